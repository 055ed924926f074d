/// What `&amp;` and its like stand for.
package enum CharacterReferences {
    /// The names that an address or a title may need. The HTML standard has two thousand more; they stay as they are.
    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "apos": "'", "gt": ">", "hellip": "…", "lt": "<", "mdash": "—", "middot": "·", "nbsp": "\u{A0}",
        "ndash": "–", "num": "#", "quot": "\"", "sol": "/",
    ]

    /// The text that is meant by a text of a page.
    package static func decoded(_ text: ByteText) -> ByteText {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var decoded: [UInt8] = []
        var rest = text
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<ampersand]
            rest = rest[ampersand...]
            guard let end = rest.prefix(longest).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(rest[(ampersand + 1)..<end])
            else {
                decoded.append(rest.removeFirst())
                continue
            }
            decoded += Array(String(Character(scalar)).utf8)
            rest = rest[(end + 1)...]
        }
        return ArraySlice(decoded + rest)
    }

    private static let longest = 12

    /// - Parameter reference: what stands between `&` and `;`.
    /// - Returns: `nil` if that is no character.
    static func scalar(_ reference: ByteText) -> Unicode.Scalar? {
        guard reference.first == UInt8(ascii: "#") else { return names[reference.text] }
        let number = reference.dropFirst().text
        let value = number.lowercased().hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(Unicode.Scalar.init)
    }
}
