import Cinema

/// A whole number as people write it in a table, with or without separators of thousands.
package enum WholeNumber {
    /// Enough for the seats of any house, and far from overflow.
    private static let mostDigits = 9

    /// `1250`, `1,250`, `1.250`, `1 250`, `1'250` and, as in India, `1,25,000`; `450.0` too, as programs that reckon with
    /// fractions write whole numbers.
    ///
    /// - Returns: `nil` for anything else: fractions, signs, ranges, numbers with words, separators out of place.
    package static func read(_ text: String) -> Int? {
        var number = ""
        for lexeme in Lexeme.read(text) {
            switch lexeme {
            case .number(let digits): number += digits
            case .sign(" "): number += " "
            default: return nil
            }
        }
        if let plain = digits(number) { return plain }
        if number.hasSuffix(".0") || number.hasSuffix(".00"), let whole = number.split(separator: ".").first {
            return number.filter { $0 == "." }.count == 1 ? grouped(String(whole)) ?? digits(String(whole)) : nil
        }
        return grouped(number)
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        text.count <= mostDigits ? Int(digits: text) : nil
    }

    /// One kind of separator, between groups of three digits; or of two, and three at the end.
    private static func grouped(_ text: String) -> Int? {
        guard let separator = text.first(where: { ",.' ".contains($0) }) else { return nil }
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, let last = groups.last, groups.count > 1, last.count == 3, first != "0" else {
            return nil
        }
        let inner = groups.dropFirst().dropLast()
        let isWestern = (1...3).contains(first.count) && inner.allSatisfy { $0.count == 3 }
        let isIndian =
            separator == "," && (1...2).contains(first.count) && !inner.isEmpty && inner.allSatisfy { $0.count == 2 }
        return isWestern || isIndian ? digits(groups.joined()) : nil
    }
}

/// The first number of a text, as programs write it: `4.0` is `4`, `93 min` is `93`, `-8.5` stays.
package enum DecimalNumber {
    /// - Returns: `nil` if the text has no number, or the first one is unclear: `1,250`, `10-20`, `1e3`, `1 250`.
    package static func first(in text: String) -> String? {
        let lexemes = Lexeme.read(text)
        guard
            let index = lexemes.firstIndex(where: { if case .number = $0 { true } else { false } }),
            case .number(let number) = lexemes[index]
        else { return nil }
        let before = index > 0 ? lexemes[index - 1] : nil
        let after = Array(lexemes.dropFirst(index + 1).prefix(2))
        // What makes another number of it: an exponent, a fraction, a range, a group of digits.
        let isJoined: Bool
        if after.count == 2, case .number = after[1] {
            switch after[0] {
            case .word: isJoined = true
            case .sign(let sign): isJoined = " -–—−/:^*×.,'".contains(sign)
            case .number: isJoined = true
            }
        } else {
            isJoined = false
        }
        guard !isJoined, let plain = plain(number) else { return nil }
        switch before {
        case .sign("-")?, .sign("−")?: return index == 1 ? "-" + plain : nil
        case .sign("+")?: return index == 1 ? plain : nil
        case .sign(let sign)? where "–—.,<>≤≥".contains(sign): return nil
        default: return plain
        }
    }

    /// Digits with at most one point; zeros behind it go.
    private static func plain(_ number: String) -> String? {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ Int(digits: $0) != nil }) else { return nil }
        let whole = parts[0].drop { $0 == "0" }
        let fraction = parts.count == 2 ? parts[1].reversed().drop { $0 == "0" }.reversed() : []
        return (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + String(fraction))
    }
}
