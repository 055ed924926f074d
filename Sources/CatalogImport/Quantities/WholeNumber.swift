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
