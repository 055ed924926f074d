import Foundation
import Text

/// How the site writes what comes from the catalog: lists of facts, ranges, names of countries, beginnings of texts.
package enum Wording {
    /// `1 file`, `3 files`, for those who run the programs: what visitors read comes from the table of words.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `Rex, 1 rue A, Lyon`: what is not known is left out, with what would divide it from the rest.
    static func joined(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// `1–4, 7, 9–10`
    static func ranges(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    /// `II`, as film databases number films of one title and year.
    static func roman(_ number: Int) -> String {
        let numerals = [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        // A thousand thousands would be a line of a thousand signs.
        guard (1..<4_000).contains(number) else { return String(number) }
        var rest = number
        return numerals.reduce(into: "") { text, numeral in
            text += String(repeating: numeral.1, count: rest / numeral.0)
            rest %= numeral.0
        }
    }

    /// The English name of a BCP 47 code; what is no code stays as it is.
    static func language(_ code: String) -> String {
        guard (2...3).contains(code.prefix { $0 != "-" }.count), code.allSatisfy({ $0.isLetter || $0 == "-" }) else {
            return code
        }
        return Locale(identifier: "en").localizedString(forIdentifier: code) ?? code
    }

    /// The English name of an ISO 3166 code; what is no code stays as it is.
    package static func country(_ code: String) -> String {
        guard code.count == 2, code.allSatisfy(\.isLetter) else { return code }
        return Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
    }

    /// An address that a page may lead to: one of the web. Anything else, such as a script, becomes empty. Signs that no
    /// address has, such as spaces, are encoded.
    static func webAddress(_ address: String) -> String {
        let start = address.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix),
            let host = address.utf8.dropFirst(scheme.utf8.count).first, !"/?#".utf8.contains(host)
        else { return "" }
        return PercentEncoding.encode(address) { $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }

    /// As many whole words from the beginning of a text as fit, on one line, for lists and for search engines.
    ///
    /// - Parameter limit: in characters, an ellipsis included. Only so much of the text is looked at.
    static func excerpt(_ text: String, limit: Int) -> String {
        var excerpt = ""
        var length = 0
        var rest = text.utf8[...]
        while true {
            rest = rest.drop(while: isSpace)
            guard !rest.isEmpty else { return excerpt }
            let word = rest.prefix { !isSpace($0) }.prefix(limit * longestCharacter)
            let addition = (excerpt.isEmpty ? "" : " ") + String(decoding: word, as: UTF8.self)
            length += addition.count
            if length > limit || (length == limit && !rest.dropFirst(word.count).allSatisfy(isSpace)) {
                return excerpt.isEmpty ? addition.prefix(limit - 1) + "…" : excerpt + "…"
            }
            excerpt += addition
            rest = rest.dropFirst(word.count)
        }
    }

    /// In bytes: what a person sees as one sign may be many code points, a family of emoji for one.
    private static let longestCharacter = 32

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
