import Cinema

/// The year that a text tells: `1999`, `31 March 1999`, `Blade 2049 (2017)`.
package enum Year {
    /// From the first films on.
    package static let plausible = 1870...2100

    /// Whether films can have been shown on a day; a year far from ours is taken for a slip, and told.
    static func isPlausible(_ date: CivilDate, _ located: Located, _ log: ProblemLog) -> Bool {
        if plausible.contains(date.year) { return true }
        log.note(
            "'\(located.text)' is in no year from \(plausible.lowerBound) to \(plausible.upperBound); correct the year",
            at: located.position)
        return false
    }

    /// - Returns: the year in brackets at the end, if they have nothing else, else the only one of the text; `nil` if there is
    ///   none, or several and nothing to choose by: `1999 (re-release 2010)`.
    package static func read(_ text: String) -> Int? {
        let lexemes = Lexeme.read(text)
        let years = lexemes.indices.compactMap { index in year(at: index, in: lexemes).map { (index: index, year: $0) }
        }
        let bracketed = years.filter { isBracketed($0.index, in: lexemes) }
        if !bracketed.isEmpty {
            // `(2019–2020)` and `(1999) (2001)` leave a choice.
            return Set(bracketed.map(\.year)).count == 1 ? bracketed[0].year : nil
        }
        return Set(years.map(\.year)).count == 1 ? years[0].year : nil
    }

    /// Four digits that are no part of a longer thing, as in `2160p`, `1990s`, `1,999` or `S1999`.
    private static func year(at index: Int, in lexemes: [Lexeme]) -> Int? {
        guard case .number(let number) = lexemes[index] else { return nil }
        // A date may have points: `31.03.1999`.
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        let isDate = parts.count == 3 && parts.allSatisfy { Int(digits: $0) != nil }
        let candidates = isDate ? parts.filter { $0.count == 4 } : [number[...]]
        guard candidates.count == 1, let text = candidates.first, text.count == 4, let year = Int(digits: text),
            plausible.contains(year)
        else { return nil }
        let neighbours = [index - 1, index + 1].filter(lexemes.indices.contains).map { lexemes[$0] }
        let isGlued = neighbours.contains { neighbour in
            if case .word(let word) = neighbour { word.utf8.allSatisfy { $0 < 0x80 } } else { false }
        }
        return isGlued ? nil : year
    }

    /// Words that say no more than that it is a film.
    private static let kinds: Set<String> = ["film", "movie"]

    /// Whether brackets that close at the end of the text stand around a year: `(1968)`, `[1968]`, `(1968 film)`.
    private static func isBracketed(_ index: Int, in lexemes: [Lexeme]) -> Bool {
        guard let last = lexemes.last, last == .sign(")") || last == .sign("]") else { return false }
        let opening: Lexeme = .sign(last == .sign(")") ? "(" : "[")
        guard let start = lexemes.lastIndex(of: opening), index > start else { return false }
        return lexemes[(start + 1)..<(lexemes.count - 1)].allSatisfy { lexeme in
            switch lexeme {
            case .number: true
            case .word(let word): kinds.contains(word)
            case .sign: true
            }
        }
    }
}
