/// Writes JSON straight to bytes: UTF-8 without white space, members in the order in which they are written, so that
/// equal data gives equal bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether a value stands before the next one, so that a comma has to come between them.
    private var needsComma = false

    /// The bytes of one object.
    static func object(_ members: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
        var writer = JSONWriter()
        try writer.object(members)
        return writer.bytes
    }

    /// The bytes of one array.
    static func array<Items: Sequence>(
        _ items: Items, _ item: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows -> [UInt8] {
        var writer = JSONWriter()
        try writer.array { writer in try items.forEach { try item(&writer, $0) } }
        return writer.bytes
    }

    mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try enclosed(in: UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    mutating func array(_ items: (inout JSONWriter) throws -> Void) rethrows {
        try enclosed(in: UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    mutating func string(_ text: String) {
        begin()
        quote(text)
    }

    /// - Parameter word: a text of which no sign needs an escape.
    mutating func word(_ word: StaticString) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func number(_ number: Int?) { literal(number.map { String($0) } ?? "null") }
    mutating func decimal(_ number: Double?) { literal(number.map { String($0) } ?? "null") }
    mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

    // MARK: Members of an object

    /// - Parameter name: letters and digits, or another text of which no sign needs an escape.
    mutating func member(_ name: StaticString, _ value: (inout JSONWriter) throws -> Void) rethrows {
        begin()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        try value(&self)
    }

    mutating func member(_ name: StaticString, _ text: String) { member(name) { $0.string(text) } }
    mutating func member(_ name: StaticString, _ text: String?) {
        member(name) { if let text { $0.string(text) } else { $0.literal("null") } }
    }
    mutating func member(_ name: StaticString, _ number: Int?) { member(name) { $0.number(number) } }
    mutating func member(_ name: StaticString, _ flag: Bool) { member(name) { $0.flag(flag) } }
    /// - Parameter json: what was written before, for many.
    mutating func member(_ name: StaticString, json: [UInt8]) {
        member(name) { writer in
            writer.begin()
            writer.bytes.append(contentsOf: json)
        }
    }
    mutating func member<Items: Sequence>(
        _ name: StaticString, _ items: Items, _ item: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        try member(name) { try $0.array { writer in try items.forEach { try item(&writer, $0) } } }
    }

    /// For names that are data.
    mutating func member(named name: String, _ text: String) {
        begin()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        quote(text)
    }

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

    /// `<` is escaped too, so that the text can stand inside a `script` element of HTML and never closes it.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { signs in
            // Most texts need no escape and are copied as a whole.
            if signs.contains(where: Self.isEscaped) {
                for byte in signs { append(escaped: byte) }
            } else {
                bytes.append(contentsOf: signs)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case _ where Self.isEscaped(byte):
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Self.digit(byte >> 4))
            bytes.append(Self.digit(byte & 0xF))
        default: bytes.append(byte)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
