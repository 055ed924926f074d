/// Base32 (RFC 4648) without padding: letters and digits that no one mistakes for each other, five bits each.
package enum Base32 {
    package enum Letters: Sendable {
        /// For QR codes, which pack capitals and digits as alphanumeric text: 5.5 bits for each character.
        case capital
        /// For addresses.
        case small
    }

    package static func encode(_ bytes: some Sequence<UInt8>, in letters: Letters = .capital) -> String {
        var digits: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                digits.append(digit(buffer >> bits, letters))
            }
        }
        if bits > 0 { digits.append(digit(buffer << (5 - bits), letters)) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// - Returns: `nil` if `text` is not exactly what ``encode(_:in:)`` makes of some bytes.
    package static func decode(_ text: some StringProtocol, in letters: Letters = .capital) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for character in text.utf8 {
            guard let value = value(of: character, letters) else { return nil }
            buffer = buffer << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        guard bits < 5, buffer & (1 << bits - 1) == 0 else { return nil }
        return bytes
    }

    /// The digit for the lowest five bits of a number.
    package static func digit(_ bits: some BinaryInteger, _ letters: Letters) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: bits) & 31
        return value < 26 ? first(of: letters) + value : UInt8(ascii: "2") + value - 26
    }

    /// - Returns: `nil` if that is no digit.
    package static func value(of digit: UInt8, _ letters: Letters) -> UInt8? {
        let first = first(of: letters)
        switch digit {
        case first..<first + 26: return digit - first
        case UInt8(ascii: "2")...UInt8(ascii: "7"): return digit - UInt8(ascii: "2") + 26
        default: return nil
        }
    }

    private static func first(of letters: Letters) -> UInt8 {
        letters == .capital ? UInt8(ascii: "A") : UInt8(ascii: "a")
    }
}
