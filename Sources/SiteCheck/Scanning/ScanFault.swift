/// Why a file is not what its format says it should be.
struct ScanFault: Error {
    let offset: Int
    /// As a sentence's end: `this text is never closed`.
    let message: String
}
