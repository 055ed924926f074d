/// Why a text is no JSON.
package struct JSONFault: Error, Hashable, Sendable {
    /// In bytes from the beginning of the file.
    package let offset: Int
    /// As a sentence's end: `this text is never closed`.
    package let message: String
}
