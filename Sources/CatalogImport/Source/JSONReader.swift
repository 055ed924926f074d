import Text

/// Reads JSON (RFC 8259), keeping where each value stands, which Foundation's decoder does not tell.
struct JSONReader {
    private var cursor: TextCursor
    private var depth = 0

    private static let maximumDepth = 256

    /// - Throws: ``SyntaxProblem``.
    static func read(_ text: String) throws -> SourceValue {
        var text = text
        return try text.withUTF8 { bytes in
            var reader = JSONReader(cursor: TextCursor(bytes))
            let value = try reader.readValue()
            reader.skipSpace()
            guard reader.cursor.peek == nil else {
                let isNext = reader.cursor.peek == UInt8(ascii: "{")
                throw reader.cursor.problem(
                    "nothing may follow the JSON value"
                        + (isNext ? "; a file with one object on each line must be called .jsonl" : ""))
            }
            return value
        }
    }

    /// Reads JSON Lines: one value on each line.
    ///
    /// - Throws: ``SyntaxProblem``.
    static func readLines(_ text: String) throws -> SourceValue {
        var text = text
        return try text.withUTF8 { bytes in
            var reader = JSONReader(cursor: TextCursor(bytes))
            var values: [SourceValue] = []
            reader.skipSpace()
            while reader.cursor.peek != nil {
                let value = try reader.readValue()
                if let last = values.last, last.position.line == value.position.line {
                    throw SyntaxProblem(position: value.position, message: "each line must have one JSON value alone")
                }
                values.append(value)
                reader.skipSpace()
            }
            return SourceValue(.list(values), at: .start)
        }
    }

    private mutating func readValue() throws -> SourceValue {
        skipSpace()
        let position = cursor.position()
        switch cursor.peek {
        case UInt8(ascii: "{"): return SourceValue(.mapping(try readEntries()), at: position)
        case UInt8(ascii: "["): return SourceValue(.list(try readItems()), at: position)
        case UInt8(ascii: "\""): return SourceValue(.text(try readString()), at: position)
        case nil: throw cursor.problem("the JSON ends too early")
        default: return SourceValue(try readWord(), at: position)
        }
    }

    private mutating func readEntries() throws -> [SourceValue.Entry] {
        var entries: [SourceValue.Entry] = []
        var keys: Set<String> = []
        try readMembers(until: UInt8(ascii: "}")) { reader in
            let keyPosition = reader.cursor.position()
            guard reader.cursor.peek == UInt8(ascii: "\"") else {
                throw reader.cursor.problem("expected a key in double quotes")
            }
            let key = try reader.readString()
            guard keys.insert(key).inserted else {
                throw SyntaxProblem(position: keyPosition, message: "this object has the key \"\(key)\" twice")
            }
            reader.skipSpace()
            guard reader.cursor.take(UInt8(ascii: ":")) else {
                throw reader.cursor.problem("expected ':' after the key \"\(key)\"")
            }
            entries.append(.init(key: key, keyPosition: keyPosition, value: try reader.readValue()))
        }
        return entries
    }

    private mutating func readItems() throws -> [SourceValue] {
        var items: [SourceValue] = []
        try readMembers(until: UInt8(ascii: "]")) { items.append(try $0.readValue()) }
        return items
    }

    /// Reads what stands between brackets, commas between members.
    private mutating func readMembers(until end: UInt8, _ readMember: (inout JSONReader) throws -> Void) throws {
        depth += 1
        guard depth <= Self.maximumDepth else { throw cursor.problem("the JSON is nested too deeply") }
        cursor.skip()
        skipSpace()
        if !cursor.take(end) {
            repeat {
                skipSpace()
                guard cursor.peek != end else { throw cursor.problem("no comma may stand before the last bracket") }
                try readMember(&self)
                skipSpace()
            } while cursor.take(UInt8(ascii: ","))
            let bracket = Character(UnicodeScalar(end))
            guard cursor.take(end) else { throw cursor.problem("expected ',' or '\(bracket)'") }
        }
        depth -= 1
    }

    private mutating func readWord() throws -> SourceValue.Content {
        let wordPosition = cursor.position()
        let word = cursor.takeText { !" \t\r\n,:]}[{\"".utf8.contains($0) }
        switch word {
        case "null": return .nothing
        case "true", "false": return .text(word)
        default:
            guard JSONNumber.isNumber(word) else {
                throw SyntaxProblem(position: wordPosition, message: "'\(word)' is no JSON value")
            }
            return .text(word)
        }
    }

    private mutating func readString() throws -> String {
        let start = cursor.position()
        cursor.skip()
        var text: [UInt8] = []
        while let byte = cursor.peek {
            cursor.skip()
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try readEscape()
            case 0..<0x20: throw cursor.problem("a line break or control character must be escaped in a JSON string")
            default: text.append(byte)
            }
        }
        throw SyntaxProblem(position: start, message: "this string is never closed")
    }

    private mutating func readEscape() throws -> [UInt8] {
        var units = [try readUnit()]
        if (0xD800..<0xDC00).contains(units[0]) {
            guard cursor.take(UInt8(ascii: "\\")), cursor.peek == UInt8(ascii: "u") else {
                throw cursor.problem("half a surrogate pair")
            }
            units.append(try readUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw cursor.problem("half a surrogate pair")
        }
        return Array(text.utf8)
    }

    /// What stands after a backslash, as a unit of UTF-16.
    private mutating func readUnit() throws -> UInt16 {
        if let unit = JSONEscape.unit(of: cursor.next(5)) {
            cursor.skip(unit.length)
            return unit.value
        }
        let isCode = cursor.peek == UInt8(ascii: "u")
        cursor.skip()
        throw cursor.problem(isCode ? "\\u wants four hexadecimal digits" : "unknown escape in a JSON string")
    }

    private mutating func skipSpace() {
        while let byte = cursor.peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { cursor.skip() }
    }
}
