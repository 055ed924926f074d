import Cinema

/// The first number of a text, as programs write it: `4.0` is `4`, `93 min` is `93`, `-8.5` stays.
package enum DecimalNumber {
    /// - Returns: `nil` if the text has no number, or the first one is unclear, since what stands beside it may be a part of
    ///   it or change what it means: `1,250`, `10-20`, `1e3`, `1 250`, `4½`, `- 4`, `(5)`, `5 %`.
    package static func first(in text: String) -> String? {
        let lexemes = Lexeme.read(text)
        guard let index = lexemes.firstIndex(where: \.isNumber), case .number(let number) = lexemes[index],
            let plain = plain(number)
        else { return nil }
        let (before, after) = (lexemes[..<index], lexemes[(index + 1)...])
        guard isClear(after: after), !isTurned(before), !isDeducted(lexemes) else { return nil }
        switch before.last {
        case .sign("-")?, .sign("−")?: return before.count == 1 ? "-" + plain : nil
        case .sign("+")?: return before.count == 1 ? plain : nil
        default: return isClear(before: before) ? plain : nil
        }
    }

    /// Signs that may stand before a number and say nothing of it.
    private static let openers: Set<Character> = ["(", "[", ":", ";", "=", "#", "№", "\"", "'", "“", "„", "«", "|"]
    /// Signs that may stand behind one: brackets, units, the end of a sentence.
    private static let closers: Set<Character> = [
        "(", ")", "[", "]", ".", ",", ";", ":", "!", "?", "°", "º", "ª", "'", "’", "′", "\"", "”", "″", "»", "|",
    ]
    /// Words that make another number of it, the first of a span, or a part of a length.
    private static let multipliers: Set<String> = [
        "e", "k", "m", "b", "bn", "mln", "dozen", "hundred", "thousand", "million", "millions", "billion", "mio", "mrd",
        "tausend", "mille",
    ]
    private static let joints: Set<String> = [
        "x", "e", "h", "hr", "hrs", "hour", "hours", "std", "to", "or", "and", "by", "bis", "oder", "und", "à", "a",
        "ou", "et", "y", "o", "al",
    ]
    /// South and west of zero are less than zero, and O is east to some and west to others. A percent is a hundredth.
    private static let turners: Set<String> = [
        "s", "w", "o", "south", "west", "süd", "sud", "sur", "sul", "ouest", "oeste", "ovest", "minus", "moins",
        "menos", "meno", "negative", "percent", "pct", "prozent",
    ]

    private static func isClear(before: ArraySlice<Lexeme>) -> Bool {
        guard case .sign(let sign)? = before.last(where: { $0 != .sign(" ") }) else { return true }
        // `No. 5`, but not `.5`.
        if sign == ".", before.last == .sign(" ") { return true }
        return openers.contains(sign) || isCurrency(sign)
    }

    private static func isClear(after: ArraySlice<Lexeme>) -> Bool {
        let gap = after.prefix { !$0.isNumber }
        let hasMore = gap.endIndex < after.endIndex
        let shown = gap.filter { $0 != .sign(" ") }
        guard !isTurned(gap) else { return false }
        switch shown.first {
        case nil: return !hasMore
        case .word(let word)?:
            // `1e3`, `2x45` and `4 to 5` go on; so does `4百`, which is a number to its end.
            let isGlued = gap.count == 1 && hasMore
            let isJoined = shown.count == 1 && hasMore && joints.contains(word)
            let isExponent = word == "e" && shown.count > 1
            let isMultiplied = multipliers.contains(word) && !(word == "e" && !hasMore)
            return !isGlued && !isJoined && !isExponent && !isMultiplied && !isNumeral(word)
        case .sign(let sign)?:
            guard closers.contains(sign) || isCurrency(sign) else { return false }
            // An aside in brackets begins another thing; else there are words before the next number.
            return !hasMore || "([".contains(sign) || shown.contains(where: \.isWord)
        case .number?: return false
        }
    }

    private static func isTurned(_ lexemes: ArraySlice<Lexeme>) -> Bool {
        lexemes.contains { if case .word(let word) = $0 { turners.contains(word) } else { false } }
    }

    /// A number alone in brackets is one below zero in the books of merchants: `(5)`.
    private static func isDeducted(_ lexemes: [Lexeme]) -> Bool {
        lexemes.first == .sign("(") && !lexemes.contains(where: \.isWord)
    }

    private static func isCurrency(_ sign: Character) -> Bool {
        sign.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
    }

    private static func isNumeral(_ word: String) -> Bool {
        word.unicodeScalars.first.map { $0.properties.numericType != nil } ?? false
    }

    /// Digits with at most one point; zeros behind it go.
    static func plain(_ number: String) -> String? {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ Int(digits: $0) != nil }) else { return nil }
        let whole = parts[0].drop { $0 == "0" }
        let fraction = parts.count == 2 ? parts[1].reversed().drop { $0 == "0" }.reversed() : []
        return (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + String(fraction))
    }
}

extension Lexeme {
    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
    fileprivate var isWord: Bool { if case .word = self { true } else { false } }
}
