/// Bytes in addresses, by `%` and two digits where they do not stand for themselves (RFC 3986).
package enum PercentEncoding {
    /// - Parameters:
    ///   - keepsCodes: whether `%` and two digits are left as they are: the text is encoded already, though not all of it.
    ///   - standsForItself: whether a byte is written as it is.
    package static func encode(
        _ text: String, keepsCodes: Bool = false, where standsForItself: (UInt8) -> Bool
    ) -> String {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            if standsForItself(byte) || (keepsCodes && code(bytes[place...]) != nil) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), capital(byte >> 4), capital(byte & 0xF)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The bytes that are meant. A `%` that two digits do not follow means itself.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var rest = text
        while let first = rest.first {
            let code = code(rest)
            decoded.append(code ?? first)
            rest = rest.dropFirst(code == nil ? 1 : 3)
        }
        return decoded
    }

    /// Letters, digits and the signs that mean themselves in every part of an address.
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    /// The byte that a text begins with, if it begins with a code.
    private static func code(_ text: ArraySlice<UInt8>) -> UInt8? {
        let place = text.startIndex
        guard text.count >= 3, text[place] == UInt8(ascii: "%"), let high = Hexadecimal.value(of: text[place + 1]),
            let low = Hexadecimal.value(of: text[place + 2])
        else { return nil }
        return high << 4 | low
    }

    /// RFC 3986 asks for capital letters.
    private static func capital(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
