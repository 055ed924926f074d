/// Text that means itself in XML 1.0. What XML has no sign for, such as most control characters, is left out: one of them
/// would make the whole file unreadable.
package enum XMLEscaping {
    /// - Parameters:
    ///   - isQuoted: whether the text may stand between double quotes, in an attribute. There line breaks and tabs are
    ///     spaces to whoever reads them, so they are written as such.
    package static func append(_ text: String, to bytes: inout [UInt8], isQuoted: Bool = true) {
        var text = text
        text.withUTF8 { signs in
            var copied = 0
            for index in signs.indices {
                guard isSpecial(signs[index]), let written = replacement(signs, index, isQuoted) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: signs[copied..<index]))
                written.withUTF8Buffer { bytes.append(contentsOf: $0) }
                copied = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: signs[copied...]))
        }
    }

    package static func escape(_ text: String, isQuoted: Bool = true) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes, isQuoted: isQuoted)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// U+FFFE and U+FFFF are the only signs above the control characters that XML refuses; both begin with this byte.
    private static let beginOfNoncharacter: UInt8 = 0xEF

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), beginOfNoncharacter,
            0xBE, 0xBF:
            true
        default: byte < 0x20
        }
    }

    /// What is written for the byte at `index`: nothing if it is left out, `nil` if it stays.
    private static func replacement(
        _ signs: UnsafeBufferPointer<UInt8>, _ index: Int, _ isQuoted: Bool
    ) -> StaticString? {
        switch signs[index] {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): isQuoted ? "&quot;" : nil
        case 0x09, 0x0A, 0x0D: isQuoted ? " " : nil
        case 0..<0x20: ""
        default: isInNoncharacter(signs, index) ? "" : nil
        }
    }

    private static func isInNoncharacter(_ signs: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (max(0, index - 2)...index).contains { start in
            start + 2 < signs.count && signs[start] == beginOfNoncharacter && signs[start + 1] == 0xBF
                && signs[start + 2] >= 0xBE
        }
    }
}
