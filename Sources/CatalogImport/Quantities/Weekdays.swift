import Text

/// Days of the week as people list them: `mon`, `Tuesday`, `mon-fri`, `sat/sun`, `mon, wed and fri`, `daily`.
package enum Weekdays {
    package enum Reading: Equatable {
        /// 0 is Monday; in the order of the text.
        case days([Int])
        /// The part that is no weekday.
        case unknown(String)
    }

    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// Whole names and their usual short forms, nothing else: not whatever begins with the same three letters.
    private static let forms: [String: Int] = {
        var forms = [
            "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
            "sun": 6,
        ]
        for (day, name) in names.enumerated() {
            forms[name] = day
            forms[name + "s"] = day
        }
        return forms
    }()

    private static let groups: [String: [Int]] = [
        "daily": Array(0...6), "every day": Array(0...6), "weekdays": Array(0...4), "weekends": [5, 6],
        "weekend": [5, 6],
    ]

    package static func read(_ text: String) -> Reading {
        let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let group = groups[plain] { return .days(group) }
        var days: [Int] = []
        for item in items(of: plain) {
            if let group = groups[item] {
                days += group
            } else if let range = range(item) {
                days += range
            } else {
                return .unknown(item.isEmpty ? text : item)
            }
        }
        return days.isEmpty ? .unknown(text) : .days(days)
    }

    /// Between commas, semicolons, slashes, `&`, `+`, the word "and", or only spaces.
    private static func items(of text: String) -> [String] {
        let pieces = text.split(omittingEmptySubsequences: false) { ",;/&+".contains($0) }
        return pieces.enumerated().flatMap { place, piece -> [String] in
            let words = joiningRanges(piece).split(separator: " ").map(String.init)
            // `mon, wed, and fri` has a comma too many for some; `mon and` lacks a day.
            let parts = (place > 0 && words.first == "and" ? words.dropFirst() : words[...])
                .split(separator: "and", omittingEmptySubsequences: false)
            return parts.contains(where: \.isEmpty) ? [""] : parts.flatMap { $0 }
        }
    }

    /// `mon to fri`, `mon – fri` and `mon - fri` become `mon-fri`.
    private static func joiningRanges(_ text: Substring) -> String {
        var words: [Substring] = []
        var joins = false
        let dashed = text.map { "–—−‐‑".contains($0) ? "-" : $0 }
        for word in dashed.split(separator: " ").map({ Substring($0) }) {
            if word == "-" || word == "to", !words.isEmpty {
                joins = true
            } else if joins || (words.last?.hasSuffix("-") == true) || (word.hasPrefix("-") && !words.isEmpty) {
                words[words.count - 1] += (joins ? "-" : "") + word
                joins = false
            } else {
                words.append(word)
            }
        }
        if joins { words.append("-") }
        return words.joined(separator: " ")
    }

    /// One day, or all from one to another, across the week's end too: `fri-mon`.
    private static func range(_ text: String) -> [Int]? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(day)
        switch ends.count {
        case 1: return ends[0].map { [$0] }
        case 2:
            // From a day to itself might be one day or a week.
            guard let first = ends[0], let last = ends[1], first != last else { return nil }
            return (0...(last - first + 7) % 7).map { (first + $0) % 7 }
        default: return nil
        }
    }

    private static func day(_ name: Substring) -> Int? {
        forms[String(name.hasSuffix(".") ? name.dropLast() : name)]
    }

    /// What to write instead.
    package static func advice(for unknown: String) -> String {
        "'\(unknown)' is no weekday; write mon, tue, … or a range such as mon-fri, or daily"
            + suggestion(for: unknown, among: names)
    }
}
