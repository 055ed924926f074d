/// A number as RFC 8259 writes it: no `+1`, `01`, `.5`, `1.`, `0x1F` or `1_000`. What the standard library takes for
/// numbers is more.
package enum JSONNumber {
    /// Where a text that begins like a number stops being one.
    struct Fault: Error {
        /// In bytes from the beginning of the number.
        let offset: Int
        let message: String
    }

    package static func isNumber(_ word: String) -> Bool {
        let bytes = Array(word.utf8)[...]
        return (try? length(of: bytes)) == bytes.count
    }

    /// How many bytes of a text, from its beginning, are a number.
    static func length(of text: ArraySlice<UInt8>) throws(Fault) -> Int {
        var index = text.startIndex
        func next() -> UInt8? { index < text.endIndex ? text[index] : nil }
        func takeDigits() -> Int {
            let start = index
            while let byte = next(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
            return index - start
        }
        func fault(_ message: String) -> Fault { Fault(offset: index - text.startIndex, message: message) }

        if next() == UInt8(ascii: "-") { index += 1 }
        let isZero = next() == UInt8(ascii: "0")
        let whole = takeDigits()
        guard whole == 1 || (whole > 1 && !isZero) else {
            throw Fault(offset: 0, message: "this is no number as JSON writes them")
        }
        if next() == UInt8(ascii: ".") {
            index += 1
            if takeDigits() == 0 { throw fault("digits are expected after the point") }
        }
        if let exponent = next(), exponent | 0x20 == UInt8(ascii: "e") {
            index += 1
            if next() == UInt8(ascii: "+") || next() == UInt8(ascii: "-") { index += 1 }
            if takeDigits() == 0 { throw fault("digits are expected in the exponent") }
        }
        return index - text.startIndex
    }
}
