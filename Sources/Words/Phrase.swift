/// A word with places, ready to be filled again and again. `Values` are its values in the order in which the program gives
/// them, so that none is forgotten.
package struct Phrase<Values>: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case value(Int)
    }

    private let pieces: [Piece]

    init(_ message: Message, _ places: [String]) {
        pieces = message.pieces.map { piece in
            switch piece {
            case .text(let text): .text(text)
            case .place(let name): places.firstIndex(of: name).map(Piece.value) ?? .text("")
            }
        }
    }

    fileprivate func filled(_ value: (Int) -> String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let own): text += own
            case .value(let index): text += value(index)
            }
        }
        return text
    }
}

extension Phrase where Values == String {
    package func callAsFunction(_ value: String) -> String { filled { _ in value } }
}

extension Phrase where Values == (String, String) {
    package func callAsFunction(_ first: String, _ second: String) -> String {
        filled { $0 == 0 ? first : second }
    }
}

extension Phrase where Values == (String, String, String) {
    package func callAsFunction(_ first: String, _ second: String, _ third: String) -> String {
        filled { $0 == 0 ? first : $0 == 1 ? second : third }
    }
}

extension Phrase where Values == (String, String, String, String) {
    package func callAsFunction(_ first: String, _ second: String, _ third: String, _ fourth: String) -> String {
        filled { $0 == 0 ? first : $0 == 1 ? second : $0 == 2 ? third : fourth }
    }
}

extension Phrase where Values == (String, String, String, String, String) {
    package func callAsFunction(
        _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String
    ) -> String {
        let values = [first, second, third, fourth, fifth]
        return filled { values[$0] }
    }
}

/// A word whose form depends on a number.
package struct CountedPhrase: Sendable {
    private let rule: PluralRule
    private let forms: [PluralRule.Form: Phrase<(String, String)>]
    private let other: Phrase<(String, String)>

    init(_ word: Word, _ rule: PluralRule, _ other: Message, _ places: [String]) {
        self.rule = rule
        forms = word.forms.mapValues { Phrase($0, places) }
        self.other = Phrase(other, places)
    }

    /// - Parameter value: of the other place, if there is one.
    package func callAsFunction(_ count: Int, _ value: String = "") -> String {
        (forms[rule.form(of: count)] ?? other)(String(count), value)
    }
}
