import Text

extension HTMLEscaping {
    /// Whether any of the bytes has to be escaped. Most text has none, and so is looked at eight bytes at a time.
    @inline(__always)
    static func isNeeded(for bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index + 8 <= bytes.count {
            if hasSpecial(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return true }
            index += 8
        }
        guard index < bytes.count else { return false }
        // The last bytes, once more with some that were looked at before; or, of short text, one at a time.
        if index > 0 { return hasSpecial(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)) }
        return bytes.contains { entity(for: $0) != nil }
    }

    /// Whether one of eight bytes has to be escaped.
    ///
    /// The difference of a byte and a sign is zero where they are the same, and of all bytes whose high bit is clear,
    /// subtracting one sets that bit only of zero. (It may also do so of the byte after a zero, when one was found.)
    /// Likewise, subtracting a space sets it of what comes before the space: control characters. White space is found
    /// with them, and costs a closer look.
    @inline(__always)
    private static func hasSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ sign: UInt8) -> UInt64 {
            let difference = word ^ (ones &* UInt64(sign))
            return (difference &- ones) & ~difference
        }
        // '&' and ''' differ in one bit, as do '<' and '>': one look finds both.
        func zeros(_ sign: UInt8, but bit: UInt8) -> UInt64 {
            let difference = (word ^ (ones &* UInt64(sign))) & (ones &* UInt64(~bit))
            return (difference &- ones) & ~difference
        }
        let controls = (word &- ones &* UInt64(UInt8(ascii: " "))) & ~word
        let found =
            controls | zeros(UInt8(ascii: "\"")) | zeros(UInt8(ascii: "&"), but: 1) | zeros(UInt8(ascii: "<"), but: 2)
        return found & (ones &* 0x80) != 0
    }
}
