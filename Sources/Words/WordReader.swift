/// Takes the words that a program says out of a table, and notes which they are and what is wrong with them.
///
/// A word that is missing is asked for all the same, so that one run tells of all: what stands in its place is never shown,
/// since ``finish()`` throws.
package struct WordReader {
    private let table: WordTable
    private let escape: (String) -> String
    private(set) package var keys: Set<String> = []
    private var problems: [WordProblem] = []

    /// - Parameter escape: makes of text what means the same where it will stand, such as in HTML.
    package init(_ table: WordTable, escaping escape: @escaping (String) -> String = { $0 }) {
        self.table = table
        self.escape = escape
    }

    /// - Throws: ``WordError`` if any word that was asked for does not fit.
    package func finish() throws {
        guard problems.isEmpty else { throw WordError(problems) }
    }

    package mutating func text(_ key: String) -> String { message(key, []).text }

    package mutating func phrase(_ key: String, _ place: String) -> Phrase<String> {
        Phrase(message(key, [place]), [place])
    }

    package mutating func phrase(_ key: String, _ first: String, _ second: String) -> Phrase<(String, String)> {
        Phrase(message(key, [first, second]), [first, second])
    }

    package mutating func phrase(
        _ key: String, _ first: String, _ second: String, _ third: String
    ) -> Phrase<(String, String, String)> {
        Phrase(message(key, [first, second, third]), [first, second, third])
    }

    package mutating func phrase(
        _ key: String, _ first: String, _ second: String, _ third: String, _ fourth: String
    ) -> Phrase<(String, String, String, String)> {
        Phrase(message(key, [first, second, third, fourth]), [first, second, third, fourth])
    }

    package mutating func phrase(
        _ key: String, _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String
    ) -> Phrase<(String, String, String, String, String)> {
        let places = [first, second, third, fourth, fifth]
        return Phrase(message(key, places), places)
    }

    /// - Parameter place: of a value that is said besides the number, or in its stead.
    package mutating func counted(_ key: String, _ place: String? = nil) -> CountedPhrase {
        let places = [Word.count] + [place].compactMap(\.self)
        guard let word = word(key, places), let other = word.other else {
            return CountedPhrase(.nothing, table.rule, .nothing, places)
        }
        if !word.isPlural {
            complain(word, "'\(key)' depends on a number and needs plural forms: \(formNames)")
        }
        return CountedPhrase(word, table.rule, other, places)
    }

    private mutating func message(_ key: String, _ places: [String]) -> Message {
        guard let word = word(key, places), let other = word.other else { return .nothing }
        if word.isPlural { complain(word, "'\(key)' depends on no number and is one text, without plural forms") }
        return other
    }

    /// - Returns: `nil` if there is none.
    private mutating func word(_ key: String, _ places: [String]) -> Word? {
        keys.insert(key)
        do throws(MissingWord) {
            let word = try table.word(key)
            for place in word.places.subtracting(places).sorted() {
                complain(word, "'\(key)' has no place '{\(place)}'; \(Self.known(places))")
            }
            for place in places where !word.places.contains(place) && place != Word.count {
                complain(word, "'\(key)' does not say '{\(place)}'; \(Self.known(places))")
            }
            return word.escaped(by: escape)
        } catch {
            problems.append(table.place(of: key).problem(error.sentence))
            return nil
        }
    }

    private mutating func complain(_ word: Word, _ sentence: String) {
        problems.append(word.position.problem(sentence))
    }

    private static func known(_ places: [String]) -> String {
        places.isEmpty ? "it has no places" : "its places are \(places.map { "{\($0)}" }.joined(separator: ", "))"
    }

    private var formNames: String { table.rule.forms.map(\.rawValue).joined(separator: ", ") }
}

extension Message {
    fileprivate static let nothing = Message(pieces: [])
}

extension Word {
    fileprivate static let nothing = Word(forms: [:], position: WordPosition(file: "", line: 1, column: 1))
}
