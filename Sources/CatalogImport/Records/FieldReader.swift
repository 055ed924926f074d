import Cinema
import Foundation
import Spelling

/// Reads the fields of one mapping, one after the other, and notes what is wrong with them.
///
/// A field that is missing or empty reads as `nil`; so does one that is wrong, after its problem has been noted.
struct FieldReader {
    private let entries: [SourceValue.Entry]
    private let log: ProblemLog
    private var known: Set<String> = []

    /// Where the mapping stands.
    let position: Position

    /// - Parameter what: what the mapping describes, for the message if it is no mapping: "a movie".
    init?(_ value: SourceValue, _ what: String, log: ProblemLog) {
        guard case .mapping(let entries) = value.content else {
            log.note("\(what) must be a mapping of fields, this is \(value.kind)", at: value.position)
            return nil
        }
        self.entries = entries
        self.log = log
        position = value.position
    }

    mutating func value(_ key: String) -> SourceValue? {
        known.insert(key)
        let value = entries.first { $0.key == key }?.value
        return value?.isNothing == true ? nil : value
    }

    /// Whether the field is there at all, be it empty.
    func has(_ key: String) -> Bool {
        entries.contains { $0.key == key }
    }

    mutating func located(_ key: String) -> Located? {
        value(key).flatMap { text(of: $0, key) }
    }

    /// One line of text: line breaks become spaces, space around it is taken away.
    mutating func text(_ key: String) -> String? {
        located(key)?.text
    }

    mutating func required(_ key: String) -> Located? {
        guard value(key) != nil else {
            note("'\(key)' is missing", at: position)
            return nil
        }
        return located(key)
    }

    /// Text of several paragraphs.
    mutating func paragraphs(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.text else {
            _ = self.text(of: value, key)
            return nil
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let located = located(key) else { return nil }
        guard let number = Int(located.text), range.contains(number) else {
            note(
                "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(located.text)'",
                at: located.position)
            return nil
        }
        return number
    }

    mutating func decimal(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let located = located(key) else { return nil }
        guard let number = Double(located.text), range.contains(number) else {
            note(
                "'\(key)' must be a number from \(range.lowerBound) to \(range.upperBound), not '\(located.text)'",
                at: located.position)
            return nil
        }
        return number
    }

    mutating func flag(_ key: String) -> Bool {
        guard let located = located(key) else { return false }
        switch located.text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            note("'\(key)' must be true or false, not '\(located.text)'", at: located.position)
            return false
        }
    }

    mutating func date(_ key: String) -> CivilDate? {
        guard let located = located(key) else { return nil }
        guard let date = CivilDate(iso: located.text) else {
            note("'\(key)' must be a day such as 2026-11-21, not '\(located.text)'", at: located.position)
            return nil
        }
        return date
    }

    /// A link that a browser may follow.
    mutating func link(_ key: String) -> String? {
        guard let located = located(key) else { return nil }
        guard let url = URL(string: located.text), ["http", "https"].contains(url.scheme?.lowercased()),
            url.host()?.isEmpty == false
        else {
            note("'\(key)' must be an address that begins with https://, not '\(located.text)'", at: located.position)
            return nil
        }
        return located.text
    }

    /// A list, or a single value that stands for a list of one.
    mutating func items(_ key: String) -> [SourceValue] {
        guard let value = value(key) else { return [] }
        if case .list(let items) = value.content { return items.filter { !$0.isNothing } }
        return [value]
    }

    mutating func list(_ key: String) -> [Located] {
        items(key).compactMap { text(of: $0, key) }
    }

    mutating func texts(_ key: String) -> [String] {
        list(key).map(\.text)
    }

    func note(_ message: String, at position: Position) {
        log.note(message, at: position)
    }

    /// Notes the fields that were never asked for: they are misspelt, most likely.
    func noteUnknownFields() {
        for entry in entries where !known.contains(entry.key) {
            let nearest = suggestion(for: entry.key, among: known)
            note("'\(entry.key)' is not known here\(nearest)", at: entry.keyPosition)
        }
    }

    private func text(of value: SourceValue, _ key: String) -> Located? {
        guard let text = value.text else {
            note("'\(key)' must be text, this is \(value.kind)", at: value.position)
            return nil
        }
        let line = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        return line.isEmpty ? nil : Located(text: line, position: value.position)
    }
}

/// Text, and the place it was read from.
struct Located: Sendable {
    let text: String
    let position: Position
}
