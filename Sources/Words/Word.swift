/// One entry of the table: a message, or one for each plural form.
package struct Word: Sendable, Hashable {
    package let forms: [PluralRule.Form: Message]
    /// Where its key stands.
    package let position: WordPosition

    /// What chooses the form of a word that has several.
    package static let count = "count"

    package var isPlural: Bool { forms.count > 1 }

    /// What it says of numbers that have no form of their own; all there is to say if it has one form only.
    package var other: Message? { forms[.other] }

    /// As it stands in the table, form by form.
    package var text: String {
        PluralRule.Form.allCases.compactMap { form in forms[form].map { "\(form): \($0.text)" } }.joined(
            separator: "\n")
    }

    /// The names of the places of all its forms, each once. A form need not show the number that it is for.
    package var places: Set<String> {
        Set(forms.values.flatMap(\.places)).union(isPlural ? [Self.count] : [])
    }
}

extension Word {
    func escaped(by escape: (String) -> String) -> Word {
        Word(forms: forms.mapValues { $0.escaped(by: escape) }, position: position)
    }
}

/// Where something stands in a table of words, counted from 1.
package struct WordPosition: Sendable, Hashable, Comparable {
    package let file: String
    package let line: Int
    package let column: Int

    func problem(_ sentence: String) -> WordProblem { WordProblem(position: self, sentence: sentence) }

    package static func < (left: WordPosition, right: WordPosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// One thing that is wrong in a table of words.
package struct WordProblem: Sendable, Hashable, CustomStringConvertible {
    package let position: WordPosition
    package let sentence: String

    /// `file:line:column: sentence`
    package var description: String { "\(position.file):\(position.line):\(position.column): \(sentence)" }
}

/// All that is wrong in a table of words.
package struct WordError: Error, CustomStringConvertible {
    package let problems: [WordProblem]

    init(_ problems: [WordProblem]) {
        self.problems = problems.sorted { $0.position < $1.position }
    }

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
