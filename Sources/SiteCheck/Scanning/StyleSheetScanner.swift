import Markup

/// Finds the addresses in a style sheet.
struct StyleSheetScanner {
    struct Reference {
        let address: ByteText
        let offset: Int
        /// Another style sheet, which the browser needs before it shows anything.
        let isImport: Bool
    }

    private let bytes: [UInt8]
    private var index = 0
    private(set) var references: [Reference] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var isImport = false
        while index < bytes.count {
            let start = index
            switch bytes[index] {
            case "/" where bytes[index...].begins(with: "/*"): skipComment()
            case "\"", "'":
                let address = takeString()
                if isImport { add(address, isImport: true) }
                isImport = false
            case "@":
                index += 1
                isImport = takeWord().matches("import")
            case _ where isPartOfWord(bytes[index]):
                guard takeWord().matches("url"), index < bytes.count, bytes[index] == "(" else { continue }
                add(takeAddress(), isImport: isImport)
                isImport = false
            case ";", "{", "}":
                isImport = false
                index += 1
            default: index += 1
            }
            precondition(index > start)
        }
    }

    private mutating func add(_ address: ByteText, isImport: Bool) {
        references.append(Reference(address: address, offset: address.startIndex, isImport: isImport))
    }

    private mutating func skipComment() {
        index += 2
        while index < bytes.count, !bytes[index...].begins(with: "*/") { index += 1 }
        index = min(index + 2, bytes.count)
    }

    private func isPartOfWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == "-" || byte == "_" || byte >= 0x80 || byte == "\\"
    }

    private mutating func takeWord() -> ByteText {
        let start = index
        while index < bytes.count, isPartOfWord(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    private mutating func takeString() -> ByteText {
        let quote = bytes[index]
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote {
            index = min(index + (bytes[index] == "\\" ? 2 : 1), bytes.count)
        }
        defer { index = min(index + 1, bytes.count) }
        return bytes[start..<index]
    }

    /// What stands in the brackets of `url(…)`, with quotes or without.
    private mutating func takeAddress() -> ByteText {
        index += 1
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        if index < bytes.count, bytes[index] == "\"" || bytes[index] == "'" { return takeString() }
        let start = index
        while index < bytes.count, bytes[index] != ")" { index += 1 }
        return bytes[start..<index].trimmed
    }
}
