/// The signs that mean something in HTML, and how they are written to mean themselves; and those that may not stand in
/// it at all, control characters other than white space, in place of which a sign says that something was there.
package enum HTMLEscaping {
    /// How a byte is written inside an element and inside a quoted attribute; `nil` if it stands for itself.
    @inlinable @inline(__always)
    package static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x00...0x08, 0x0B, 0x0E...0x1F: "\u{FFFD}"
        default: nil
        }
    }

    /// Text so that it means itself.
    package static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if let entity = entity(for: byte) {
                entity.withUTF8Buffer { escaped.append(contentsOf: $0) }
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
