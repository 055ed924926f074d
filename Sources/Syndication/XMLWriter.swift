/// Writes XML 1.0 straight to bytes, so that equal content gives equal bytes.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    /// - Parameter markup: tags that are the same whatever is told between them.
    mutating func markup(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text that means itself, inside an element and inside a quoted attribute. What XML has no sign for, such as most
    /// control characters, is left out: one of them would make the whole file unreadable.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { signs in
            if signs.contains(where: Self.isSpecial) {
                for index in signs.indices { append(signs, index) }
            } else {
                bytes.append(contentsOf: signs)
            }
        }
    }

    mutating func element(_ name: StaticString, _ text: String) {
        markup("<")
        markup(name)
        markup(">")
        self.text(text)
        markup("</")
        markup(name)
        markup(">\n")
    }

    /// U+FFFE and U+FFFF are the only signs above the control characters that XML refuses; both begin with this byte.
    private static let beginOfNoncharacter: UInt8 = 0xEF

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), beginOfNoncharacter: true
        default: byte < 0x20
        }
    }

    private mutating func append(_ signs: UnsafeBufferPointer<UInt8>, _ index: Int) {
        switch signs[index] {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "\""): markup("&quot;")
        case 0x09, 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
        case 0..<0x20: break
        case _ where Self.isInNoncharacter(signs, index): break
        default: bytes.append(signs[index])
        }
    }

    private static func isInNoncharacter(_ signs: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (max(0, index - 2)...index).contains { start in
            start + 2 < signs.count && signs[start] == beginOfNoncharacter && signs[start + 1] == 0xBF
                && signs[start + 2] >= 0xBE
        }
    }
}
