/// HTML that is written piece by piece, without a template.
struct HandwrittenHTML {
    private(set) var bytes: [UInt8] = []

    /// Has room for a common page from the start.
    init() { bytes.reserveCapacity(8192) }

    @inline(__always)
    mutating func put(_ html: StaticString) { html.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    /// Text that is no HTML.
    mutating func escape(_ text: String) {
        let isCopied: Bool? = text.utf8.withContiguousStorageIfAvailable { text in
            guard !text.contains(where: { Self.entity(for: $0) != nil }) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isCopied != true { escapeSigns(text) }
    }

    private mutating func escapeSigns(_ text: String) {
        for byte in text.utf8 {
            if let entity = Self.entity(for: byte) { put(entity) } else { bytes.append(byte) }
        }
    }

    @inline(__always)
    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
