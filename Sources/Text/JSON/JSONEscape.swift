/// What stands for another sign in a string of JSON.
package enum JSONEscape {
    /// - Parameter text: what follows the backslash.
    /// - Returns: the unit of UTF-16 that it stands for, and how many bytes it has; `nil` if there is no such escape.
    package static func unit(of text: ArraySlice<UInt8>) -> (value: UInt16, length: Int)? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (UInt16(first), 1)
        case UInt8(ascii: "b"): return (0x08, 1)
        case UInt8(ascii: "f"): return (0x0C, 1)
        case UInt8(ascii: "n"): return (0x0A, 1)
        case UInt8(ascii: "r"): return (0x0D, 1)
        case UInt8(ascii: "t"): return (0x09, 1)
        case UInt8(ascii: "u"):
            let digits = text.dropFirst().prefix(4).compactMap(Hexadecimal.value)
            return digits.count == 4 ? (digits.reduce(0) { $0 << 4 | UInt16($1) }, 5) : nil
        default: return nil
        }
    }

    /// The ``StableHash`` of a name, the same for all its spellings.
    ///
    /// - Parameter name: as it is written, its escapes good.
    static func hash(of name: ArraySlice<UInt8>) -> UInt64 {
        guard name.contains(UInt8(ascii: "\\")) else { return StableHash.of(name) }
        var units: [UInt16] = []
        var rest = name
        while let byte = rest.first {
            if byte == UInt8(ascii: "\\"), let escape = unit(of: rest.dropFirst()) {
                units.append(escape.value)
                rest = rest.dropFirst(escape.length + 1)
            } else {
                let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
                units += String(decoding: plain, as: UTF8.self).utf16
                rest = rest.dropFirst(max(1, plain.count))
            }
        }
        return StableHash.of(String(decoding: units, as: UTF16.self).utf8)
    }
}
