import Text

/// All that a cinema says to its visitors and buyers in one language, by key: `seats.chosen`.
package struct WordTable: Sendable {
    /// A BCP 47 code.
    package let language: String
    package let rule: PluralRule
    /// What a fault that has no entry of its own is said of.
    package let file: String
    package let words: [String: Word]
    /// Where the groups stand, by their keys.
    private let groups: [String: WordPosition]

    /// - Parameters:
    ///   - text: YAML, see `docs/words.md`.
    ///   - file: as messages name it.
    /// - Throws: ``WordError`` with all that is wrong in it.
    package init(_ text: String, language: String, file: String) throws {
        let start = WordPosition(file: file, line: 1, column: 1)
        guard let rule = PluralRule(of: language) else {
            throw WordError([start.problem("nothing is known of the plural forms of '\(language)'")])
        }
        var reader = WordTableReader(rule: rule, file: file)
        try reader.read(text)
        self.language = language
        self.rule = rule
        self.file = file
        words = reader.words
        groups = reader.groups
    }

    init(language: String, rule: PluralRule) {
        (self.language, self.rule, file, words, groups) = (language, rule, "", [:], [:])
    }

    /// - Throws: ``MissingWord`` with the key that was meant, if one is like it.
    package func word(_ key: String) throws(MissingWord) -> Word {
        guard let word = words[key] else {
            throw MissingWord(key: key, suggestion: suggestion(for: key, among: words.keys))
        }
        return word
    }

    /// - Parameter said: the keys of what templates and scripts say, besides what the house's table has.
    /// - Throws: ``WordError`` for each word that nobody ever says: its key is misspelt, or it was forgotten.
    package func requireUse(_ said: Set<String>) throws {
        let known = said.union(try Self.house().words.keys)
        let strays = words.filter { !known.contains($0.key) }
        guard strays.isEmpty else {
            throw WordError(
                strays.map { key, word in
                    word.position.problem("nothing says the word '\(key)'\(suggestion(for: key, among: known))")
                })
        }
    }

    /// Where a word that is missing should stand: in the group that is there.
    func place(of key: String) -> WordPosition {
        var group = key[...]
        while let dot = group.lastIndex(of: ".") {
            group = group[..<dot]
            if let position = groups[String(group)] { return position }
        }
        return WordPosition(file: file, line: 1, column: 1)
    }
}

/// A key that the table does not have.
package struct MissingWord: Error {
    package let key: String
    /// `; do you mean '…'?`, or nothing.
    package let suggestion: String

    package var sentence: String { "there is no word '\(key)'\(suggestion)" }
}
