import Cinema
import Foundation
import Text

/// Reads the fields of one mapping, one after the other, and notes what is wrong with them.
///
/// A field that is missing or empty reads as `nil`; so does one that is wrong, after its problem has been noted.
struct FieldReader {
    private let entries: [SourceValue.Entry]
    private let log: ProblemLog
    private let what: String
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
        self.what = what
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
        value(key).flatMap { line($0, key) }
    }

    /// One line of text, see ``PlainText``: line breaks become spaces, space around it is taken away.
    mutating func text(_ key: String) -> String? {
        located(key)?.text
    }

    mutating func required(_ key: String) -> Located? {
        let value = value(key)
        if let located = value.flatMap({ line($0, key) }) { return located }
        // Nothing has been noted of a value that is not there, or shows nothing.
        if value.map(Self.showsNothing) ?? true { note("'\(key)' is missing", at: position) }
        return nil
    }

    /// Where the field's name stands.
    func place(of key: String) -> Position? {
        entries.first { $0.key == key }?.keyPosition
    }

    /// The name by which other entries, or programs, know this one.
    mutating func id(_ rule: KeyRule = documentKeyRule) -> Located? {
        guard let located = located("id") else { return nil }
        do {
            try rule.check(located.text)
        } catch {
            note("the 'id' of \(what) \(error)", at: located.position)
        }
        return located
    }

    mutating func requiredID(_ rule: KeyRule = documentKeyRule) -> Located? {
        required("id") == nil ? nil : id(rule)
    }

    /// Text of several paragraphs, see ``PlainText``.
    mutating func paragraphs(_ key: String) -> String? {
        guard let value = value(key), let text = written(value, key) else { return nil }
        return clean(text, key, at: value.position, PlainText.paragraphs)
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let located = located(key) else { return nil }
        let hasLeadingZero = located.text.count > 1 && located.text.first == "0"
        guard !hasLeadingZero, let number = Int(digits: located.text), range.contains(number) else {
            note(
                "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(located.text)'",
                at: located.position)
            return nil
        }
        return number
    }

    /// Digits with a sign and a point at most: `-8.25`.
    mutating func coordinate(_ axis: Coordinate.Axis) -> Double? {
        let (key, range) = (axis.rawValue, axis.range)
        guard let located = located(key) else { return nil }
        let parts = located.text.trimmingPrefix("-").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && !$0.isEmpty }),
            let number = Double(located.text), range.contains(number)
        else {
            note(
                "'\(key)' must be a number from \(range.lowerBound) to \(range.upperBound), not '\(located.text)'; "
                    + axis.advice, at: located.position)
            return nil
        }
        return number
    }

    /// Two fields that say one thing together.
    ///
    /// - Returns: `nil` if either is missing; if only one is, after that has been noted.
    func both<First, Second>(
        _ first: First?, _ firstKey: String, _ second: Second?, _ secondKey: String
    ) -> (First, Second)? {
        if let first, let second { return (first, second) }
        for (key, other) in [(firstKey, secondKey), (secondKey, firstKey)] where isGiven(key) && !isGiven(other) {
            note("'\(key)' needs '\(other)' as well", at: position)
        }
        return nil
    }

    private func isGiven(_ key: String) -> Bool { entries.contains { $0.key == key && !$0.value.isNothing } }

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
        return Year.isPlausible(date, located, log) ? date : nil
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

    func note(_ message: String, at position: Position) {
        log.note(message, at: position)
    }

    /// Notes the fields that were never asked for: they are misspelt, most likely.
    func noteUnknownFields() {
        for entry in entries where !known.contains(entry.key) {
            let place = FieldPlaces.hint(for: entry.key, outside: what)
            let hint = place.isEmpty ? suggestion(for: entry.key, among: known) : place
            note("'\(entry.key)' is not known here\(hint)", at: entry.keyPosition)
        }
    }

    /// One value as a line of text.
    func line(_ value: SourceValue, _ key: String) -> Located? {
        guard let text = written(value, key) else { return nil }
        return clean(text, key, at: value.position, PlainText.line).map { Located(text: $0, position: value.position) }
    }

    private func written(_ value: SourceValue, _ key: String) -> String? {
        if value.text == nil { note("'\(key)' must be text, this is \(value.kind)", at: value.position) }
        return value.text
    }

    private func clean(
        _ text: String, _ key: String, at position: Position, _ clean: (String) throws(PlainText.Problem) -> String
    ) -> String? {
        do {
            let text = try clean(text)
            return text.isEmpty ? nil : text
        } catch {
            note("'\(key)' has \(error.message); take it out", at: position)
            return nil
        }
    }
}

/// Text, and the place it was read from.
struct Located: Sendable {
    let text: String
    let position: Position
}
