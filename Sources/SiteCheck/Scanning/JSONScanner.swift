/// Reads JSON as RFC 8259 has it, and lists its pieces in their order. One scanner can read many texts, so that the
/// list is made once.
struct JSONScanner {
    struct Token {
        let kind: Kind
        /// Of a string or name, without the quotes.
        var range: Range<Int>
        /// The token after this one and all that is inside of it.
        var next: Int
    }

    enum Kind {
        case object
        case array
        case name
        case string
        case number
        case word
    }

    private(set) var tokens: [Token] = []
    private var bytes: [UInt8] = []
    private var index = 0
    private var end = 0
    /// The names of the objects that are open.
    private var names: [UInt64] = []

    /// No programme nests deeper, and a text that does should not end the check.
    private static let deepest = 256

    /// - Parameter range: of the text within a file.
    mutating func scan(_ file: [UInt8], _ range: Range<Int>) throws(ScanFault) {
        bytes = file
        (index, end) = (range.lowerBound, range.upperBound)
        tokens.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        skipSpace()
        try takeValue(depth: 0)
        skipSpace()
        guard index == end else { throw fault("something follows after the end of the JSON") }
    }

    private func fault(_ message: String, at offset: Int? = nil) -> ScanFault {
        ScanFault(offset: offset ?? index, message: message)
    }

    private mutating func skipSpace() {
        while index < end, bytes[index].isSpace, bytes[index] != "\u{C}" { index += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard index < end, bytes[index] == sign else { return false }
        index += 1
        return true
    }

    private mutating func takeValue(depth: Int) throws(ScanFault) {
        guard depth < Self.deepest else { throw fault("the JSON is nested too deeply") }
        guard index < end else { throw fault("the JSON ends before it is complete") }
        let (start, token) = (index, tokens.count)
        switch bytes[index] {
        case "{": try takeObject(depth)
        case "[": try takeArray(depth)
        case "\"": try takeString(.string)
        case "-", "0"..."9": try takeNumber()
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

    private mutating func takeObject(_ depth: Int) throws(ScanFault) {
        append(.object, index..<index)
        index += 1
        let first = names.count
        defer { names.removeLast(names.count - first) }
        skipSpace()
        if take("}") { return }
        repeat {
            skipSpace()
            guard index < end, bytes[index] == "\"" else { throw fault("a name in quotes is expected here") }
            let start = index
            try takeString(.name)
            try remember(start, since: first)
            skipSpace()
            guard take(":") else { throw fault("a colon is expected here") }
            skipSpace()
            try takeValue(depth: depth + 1)
            skipSpace()
        } while take(",")
        guard take("}") else { throw fault("a comma or '}' is expected here") }
    }

    /// Of two members of one name readers take the first, the last, or none.
    private mutating func remember(_ start: Int, since first: Int) throws(ScanFault) {
        let range = start + 1..<index - 1
        let hash = TextHash.of(bytes[range])
        guard !names[first...].contains(hash) else {
            throw fault("the name '\(bytes[range].text)' is in this object twice", at: start)
        }
        names.append(hash)
    }

    private mutating func takeArray(_ depth: Int) throws(ScanFault) {
        append(.array, index..<index)
        index += 1
        skipSpace()
        if take("]") { return }
        repeat {
            skipSpace()
            try takeValue(depth: depth + 1)
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("a comma or ']' is expected here") }
    }

    private mutating func takeString(_ kind: Kind) throws(ScanFault) {
        let start = index
        index += 1
        while index < end, bytes[index] != "\"" {
            if bytes[index] == "\\" {
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

    private mutating func takeEscape() throws(ScanFault) {
        guard index + 1 < end else { throw fault("this escape is not complete") }
        switch bytes[index + 1] {
        case "\"", "\\", "/", "b", "f", "n", "r", "t": index += 2
        case "u" where bytes[index..<end].dropFirst(2).prefix(4).count { $0.hexadecimal != nil } == 4: index += 6
        default: throw fault("there is no such escape in JSON")
        }
    }

    private mutating func takeNumber() throws(ScanFault) {
        let start = index
        _ = take("-")
        let isZero = index < end && bytes[index] == "0"
        let whole = takeDigits()
        guard whole == 1 || (whole > 1 && !isZero) else {
            throw fault("this is no number as JSON writes them", at: start)
        }
        if take("."), takeDigits() == 0 { throw fault("digits are expected after the point") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            if takeDigits() == 0 { throw fault("digits are expected in the exponent") }
        }
        append(.number, start..<index)
    }

    private mutating func takeDigits() -> Int {
        let start = index
        while index < end, bytes[index].isDigit { index += 1 }
        return index - start
    }

    private mutating func takeWord() throws(ScanFault) {
        let start = index
        while index < end, bytes[index].isLetter { index += 1 }
        guard ["true", "false", "null"].contains(bytes[start..<index].text) else {
            throw fault("a value is expected here", at: start)
        }
        append(.word, start..<index)
    }
}
