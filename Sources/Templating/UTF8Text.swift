/// The text of a file that must be UTF-8.
enum UTF8Text {
    /// - Throws: ``TemplateError`` with the place of the first byte that is none.
    static func read(_ bytes: [UInt8], file: String) throws -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let before = String(decoding: bytes[..<validCount(of: bytes)], as: UTF8.self)
        let lines = before.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        throw TemplateError(
            file: file, line: lines.count, column: (lines.last.map { String(Substring($0)).count } ?? 0) + 1,
            message: "is not UTF-8 text; save it as UTF-8")
    }

    /// How many bytes at the beginning are UTF-8.
    private static func validCount(of bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var (count, rest) = (0, bytes.makeIterator())
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { count += scalar.count }
        return count
    }
}
