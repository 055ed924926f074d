/// Reads JSON as RFC 8259 has it, more strictly than Foundation: no member twice, no comma too many, no half of a
/// surrogate pair. So a text that it takes means one thing, whoever reads it, and can be given to `JSONDecoder` afterwards.
///
/// It makes no tree: it lists the pieces in their order, in bytes of the text. One scanner can read many texts, so that
/// the list is made once. (`CatalogImport` reads whole documents into values with lines and columns, and tells editors
/// what to do; it shares the grammar, ``JSONEscape`` and ``JSONNumber``.)
package struct JSONScanner {
    package struct Token {
        package let kind: Kind
        /// Of a string or name, without the quotes.
        package var range: Range<Int>
        /// The token after this one and all that is inside of it.
        package var next: Int
    }

    package enum Kind {
        case object
        case array
        case name
        case string
        case number
        case word
    }

    package private(set) var tokens: [Token] = []
    private var bytes: [UInt8] = []
    private var index = 0
    private var end = 0
    /// Of each name its ``StableHash``.
    private var names = MemberNames<UInt64>()

    /// Nobody nests deeper, and a text that does should not end the program.
    private let deepest: Int

    package init(deepest: Int = 256) {
        self.deepest = deepest
    }

    /// - Parameters:
    ///   - file: in UTF-8.
    ///   - range: of the text within the file.
    package mutating func scan(_ file: [UInt8], _ range: Range<Int>) throws(JSONFault) {
        bytes = file
        (index, end) = (range.lowerBound, range.upperBound)
        tokens.removeAll(keepingCapacity: true)
        names.removeAll()
        skipSpace()
        try takeValue(depth: 0)
        skipSpace()
        guard index == end else { throw fault("something follows after the end of the JSON") }
    }

    private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
        JSONFault(offset: offset ?? index, message: message)
    }

    private mutating func skipSpace() {
        while index < end, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ sign: UInt8) -> Bool {
        guard index < end, bytes[index] == sign else { return false }
        index += 1
        return true
    }

    private mutating func takeValue(depth: Int) throws(JSONFault) {
        guard depth < deepest else { throw fault("the JSON is nested too deeply") }
        guard index < end else { throw fault("the JSON ends before it is complete") }
        let (start, token) = (index, tokens.count)
        switch bytes[index] {
        case UInt8(ascii: "{"): try takeObject(depth)
        case UInt8(ascii: "["): try takeArray(depth)
        case UInt8(ascii: "\""): try takeString(.string)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try takeNumber()
        default: try takeWord()
        }
        if tokens[token].kind == .object || tokens[token].kind == .array {
            tokens[token].range = start..<index
            tokens[token].next = tokens.count
        }
    }

    private mutating func append(_ kind: Kind, _ range: Range<Int>) {
        tokens.append(Token(kind: kind, range: range, next: tokens.count + 1))
    }

    private mutating func takeObject(_ depth: Int) throws(JSONFault) {
        append(.object, index..<index)
        index += 1
        names.beginObject()
        defer { names.endObject() }
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        repeat {
            skipSpace()
            guard index < end, bytes[index] == UInt8(ascii: "\"") else {
                throw fault("a name in quotes is expected here")
            }
            let start = index
            try takeString(.name)
            try remember(start)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon is expected here") }
            skipSpace()
            try takeValue(depth: depth + 1)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault("a comma or '}' is expected here") }
    }

    /// Of two members of one name readers take the first, the last, or none.
    private mutating func remember(_ start: Int) throws(JSONFault) {
        let name = bytes[start + 1..<index - 1]
        guard names.insert(JSONEscape.hash(of: name)) else {
            throw fault("the name '\(String(decoding: name, as: UTF8.self))' is in this object twice", at: start)
        }
    }

    private mutating func takeArray(_ depth: Int) throws(JSONFault) {
        append(.array, index..<index)
        index += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        repeat {
            skipSpace()
            try takeValue(depth: depth + 1)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault("a comma or ']' is expected here") }
    }

    private mutating func takeString(_ kind: Kind) throws(JSONFault) {
        let start = index
        index += 1
        while index < end, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                try takeEscape()
            } else if bytes[index] < 0x20 {
                throw fault("a control character must be escaped in a text")
            } else {
                index += 1
            }
        }
        guard index < end else { throw fault("this text is never closed", at: start) }
        append(kind, start + 1..<index)
        index += 1
    }

    private mutating func takeEscape() throws(JSONFault) {
        guard index + 1 < end else { throw fault("this escape is not complete") }
        let start = index
        guard let unit = JSONEscape.unit(of: bytes[index + 1..<end]) else {
            throw fault("there is no such escape in JSON")
        }
        index += unit.length + 1
        guard (0xD800...0xDFFF).contains(unit.value) else { return }
        let isPair =
            unit.value < 0xDC00 && index + 1 < end && bytes[index] == UInt8(ascii: "\\")
            && JSONEscape.unit(of: bytes[index + 1..<end]).map { (0xDC00...0xDFFF).contains($0.value) } == true
        guard isPair else { throw fault("this escape is half of a pair (a surrogate)", at: start) }
        index += 6
    }

    private mutating func takeNumber() throws(JSONFault) {
        let start = index
        do throws(JSONNumber.Fault) {
            index += try JSONNumber.length(of: bytes[start..<end])
        } catch {
            throw fault(error.message, at: start + error.offset)
        }
        append(.number, start..<index)
    }

    private mutating func takeWord() throws(JSONFault) {
        let start = index
        while index < end, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20) { index += 1 }
        guard ["true", "false", "null"].contains(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw fault("a value is expected here", at: start)
        }
        append(.word, start..<index)
    }
}
