/// Why a file is not what its format says it should be.
package struct ScanFault: Error {
    package let offset: Int
    /// As a sentence's end: `this text is never closed`.
    package let message: String

    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
