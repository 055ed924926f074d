/// Writes JSON straight to bytes: UTF-8 without white space, members in the order in which they are written, so that
/// equal data gives equal bytes. `JSONEncoder` takes ten times as long, which counts where it is done for every hold.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether a value stands before the next one, so that a comma has to come between them.
    private var needsComma = false

    package init() {}

    /// What is written so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of one object.
    package static func object(_ members: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
        var writer = JSONWriter()
        try writer.object(members)
        return writer.bytes
    }

    /// The bytes of one array.
    @inlinable package static func array<Items: Sequence>(
        _ items: Items, _ item: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows -> [UInt8] {
        var writer = JSONWriter()
        try writer.array { writer in try items.forEach { try item(&writer, $0) } }
        return writer.bytes
    }

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try enclosed(in: UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    package mutating func array(_ items: (inout JSONWriter) throws -> Void) rethrows {
        try enclosed(in: UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    package mutating func string(_ text: String) {
        begin()
        quote(text)
    }

    /// - Parameter word: a text of which no sign needs an escape.
    package mutating func word(_ word: StaticString) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func number(_ number: Int?) { literal(number.map { String($0) } ?? "null") }
    package mutating func decimal(_ number: Double?) { literal(number.map { String($0) } ?? "null") }
    package mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

    // MARK: Members of an object

    /// - Parameter name: letters and digits, or another text of which no sign needs an escape.
    package mutating func member(_ name: StaticString, _ value: (inout JSONWriter) throws -> Void) rethrows {
        begin()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        try value(&self)
    }

    package mutating func member(_ name: StaticString, _ text: String) { member(name) { $0.string(text) } }
    package mutating func member(_ name: StaticString, _ text: String?) {
        member(name) { if let text { $0.string(text) } else { $0.literal("null") } }
    }
    package mutating func member(_ name: StaticString, _ number: Int?) { member(name) { $0.number(number) } }
    package mutating func member(_ name: StaticString, _ flag: Bool) { member(name) { $0.flag(flag) } }
    /// - Parameter json: what was written before, for many.
    package mutating func member(_ name: StaticString, json: [UInt8]) {
        member(name) { writer in
            writer.begin()
            writer.bytes.append(contentsOf: json)
        }
    }
    @inlinable package mutating func member<Items: Sequence>(
        _ name: StaticString, _ items: Items, _ item: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        try member(name) { try $0.array { writer in try items.forEach { try item(&writer, $0) } } }
    }

    /// For names that are data.
    package mutating func member(named name: String, _ value: (inout JSONWriter) throws -> Void) rethrows {
        begin()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        try value(&self)
    }

    package mutating func member(named name: String, _ text: String) { member(named: name) { $0.string(text) } }

    // MARK: Signs

    private mutating func begin() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        begin()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func enclosed(
        in open: UInt8, _ close: UInt8, _ inside: (inout JSONWriter) throws -> Void
    ) rethrows {
        begin()
        bytes.append(open)
        needsComma = false
        try inside(&self)
        bytes.append(close)
        needsComma = true
    }

    /// `<` is escaped too, so that the text can stand inside a `script` element of HTML and never closes it; and what
    /// some programs take for the end of a line, so that one value stays on one.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { signs in
            var copied = 0
            for index in signs.indices {
                guard Self.mayNeedEscape(signs[index]), let escaped = escaped(signs, index) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: signs[copied..<index]))
                bytes.append(contentsOf: escaped.text)
                copied = index + escaped.length
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: signs[copied...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// U+2028 and U+2029, which end lines, begin with this byte.
    private static let beginOfLineEnd: UInt8 = 0xE2

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "\\") || byte == beginOfLineEnd
    }

    /// What is written for the sign that begins at `index`, and how many bytes it has; `nil` if it stays as it is.
    private func escaped(_ signs: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: [UInt8], length: Int)? {
        let byte = signs[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return ([UInt8(ascii: "\\"), byte], 1)
        case 0x0A: return (Array("\\n".utf8), 1)
        case Self.beginOfLineEnd:
            guard index + 2 < signs.count, signs[index + 1] == 0x80, signs[index + 2] & ~1 == 0xA8 else { return nil }
            return (Array("\\u202".utf8) + [Hexadecimal.digit(signs[index + 2] & 0xF)], 3)
        default:
            return (Array("\\u00".utf8) + [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 0xF)], 1)
        }
    }
}
