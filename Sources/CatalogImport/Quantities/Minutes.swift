import Cinema

/// A length of time as tables write it, in whole minutes: `93`, `93 min`, `1 h 33 min`, `1:33`, `PT1H33M`, `1,5 h`.
///
/// Every number in the text must be accounted for, or the text is not understood: `1 Season` and `2 x 45 min` are not.
package enum Minutes {
    private struct Length: Equatable {
        var seconds: Int
        var hasHours: Bool
    }

    /// Beyond this no number is read: no film lasts so long, and sums of such numbers do not overflow.
    private static let mostDigits = 6

    /// - Returns: `nil` if the text has no length, several that differ, a part of a minute, or a number that is no length.
    package static func read(_ text: String) -> Int? {
        var scanner = Scanner(Lexeme.read(text))
        guard let seconds = scanner.duration() ?? scanner.lengths(), seconds % 60 == 0 else { return nil }
        return seconds / 60
    }

    private struct Scanner {
        private let lexemes: [Lexeme]
        private var index = 0

        init(_ lexemes: [Lexeme]) { self.lexemes = lexemes }

        /// An ISO 8601 duration: `PT1H33M`.
        mutating func duration() -> Int? {
            let text = lexemes.map(\.text).joined()
            guard text.hasPrefix("pt"), text.utf8.count <= 30 else { return nil }
            var seconds = 0
            var units: [Character] = ["h", "m", "s"]
            var rest = text.dropFirst(2)
            guard !rest.isEmpty else { return nil }
            while !rest.isEmpty {
                let digits = rest.prefix { $0 != "h" && $0 != "m" && $0 != "s" }
                guard digits.count <= mostDigits, let number = Int(digits: digits),
                    let unit = rest.dropFirst(digits.count).first, let place = units.firstIndex(of: unit)
                else { return nil }
                units.removeFirst(place + 1)
                seconds += number * (unit == "h" ? 3600 : unit == "m" ? 60 : 1)
                rest = rest.dropFirst(digits.count + 1)
            }
            return seconds
        }

        /// All lengths of the text, if they say the same.
        mutating func lengths() -> Int? {
            if lexemes.count == 1, case .number(let number) = lexemes[0] { return Self.plain(number).map { $0 * 60 } }
            var lengths: [Length] = []
            while index < lexemes.count {
                switch lexemes[index] {
                case .number:
                    guard let length = clock() ?? measure() else { return nil }
                    lengths.append(length)
                case .word(let word):
                    // A unit or a fraction in words that no number stands before: "half an hour", "an hour and 30 min".
                    if TimeWords.units[word] != nil || TimeWords.misleading.contains(word) { return nil }
                    if word.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return nil }
                    index += 1
                case .sign(let sign):
                    guard " ():[]{}.,;/|~≈-–—&\"".contains(sign) else { return nil }
                    if "-–—.,".contains(sign), case .number? = next(1) { return nil }
                    index += 1
                }
            }
            guard let first = lengths.first else { return nil }
            // `1 h 33 min (93 min)` says one thing twice; `45 min, 45 min` may be two parts.
            let repeats = lengths.dropFirst()
            let isOne = repeats.allSatisfy { $0.seconds == first.seconds && $0.hasHours != first.hasHours }
            return isOne && repeats.count <= 1 ? first.seconds : nil
        }

        /// `1:33` or `1:33:00`. With two digits for the hours it might be minutes and seconds as well.
        private mutating func clock() -> Length? {
            guard case .number(let hours) = lexemes[index], next(1) == .sign(":"),
                case .number(let minutes)? = next(2), let hour = Int(digits: hours), hour <= 9, hours.count <= 2,
                let minute = Int(digits: minutes), minutes.count == 2, minute < 60
            else { return nil }
            let hasSeconds = next(3) == .sign(":")
            guard !hasSeconds || next(4) == .number("00") else { return nil }
            index += hasSeconds ? 5 : 3
            skipUnitOfClock()
            return Length(seconds: hour * 3600 + minute * 60, hasHours: true)
        }

        /// `1:33 h`
        private mutating func skipUnitOfClock() {
            let spaces = next(0) == .sign(" ") ? 1 : 0
            guard case .word(let word)? = next(spaces), TimeWords.units[word] == .hours else { return }
            index += spaces + 1
        }

        /// `1 h 33 min`, `1h 33`, `93'`, `120 seconds`: units from large to small, each right after its number.
        private mutating func measure() -> Length? {
            var length = Length(seconds: 0, hasHours: false)
            var smallest: TimeWords.Unit?
            while index < lexemes.count, case .number(let number) = lexemes[index] {
                guard let (unit, size) = unit(after: smallest) else { return nil }
                guard let seconds = Self.seconds(number, unit, isFirst: smallest == nil) else { return nil }
                length.seconds += seconds
                if unit == .hours { length.hasHours = true }
                index += size
                smallest = unit
                let joint = joint()
                guard case .number? = next(joint), unit == .hours || unit == .minutes else { break }
                // What comes next belongs to this length if its unit is smaller.
                let saved = index
                index += joint
                if case .number? = next(0), self.unit(after: smallest) != nil { continue }
                index = saved
                break
            }
            return length
        }

        /// What unit the number at the cursor has, and how many lexemes number and unit are.
        private func unit(after previous: TimeWords.Unit?) -> (TimeWords.Unit, Int)? {
            func fits(_ unit: TimeWords.Unit) -> Bool {
                switch (previous, unit) {
                case (nil, _), (.hours, .minutes), (.hours, .seconds), (.minutes, .seconds): true
                default: false
                }
            }
            let space = next(1) == .sign(" ") || next(1) == .sign("-") ? 1 : 0
            if case .word(let word)? = next(1 + space) {
                guard let unit = TimeWords.units[word] else { return nil }
                return fits(unit) ? (unit, 2 + space) : nil
            }
            if next(1) == .sign("'") || next(1) == .sign("’") || next(1) == .sign("′") {
                // Two of them are the sign of seconds.
                if next(2) == next(1) { return fits(.seconds) ? (.seconds, 3) : nil }
                return fits(.minutes) ? (.minutes, 2) : nil
            }
            if next(1) == .sign("\"") || next(1) == .sign("″") || next(1) == .sign("”") {
                return fits(.seconds) ? (.seconds, 2) : nil
            }
            // `1h 33`: minutes need no unit after hours.
            guard previous == .hours, case .number(let number)? = next(0), number.count <= 2 else { return nil }
            if case .number? = next(1 + space) { return nil }
            return next(1) == .sign(":") || next(1) == .sign("-") ? nil : (.minutes, 1)
        }

        /// How many lexemes join two parts of one length: `1 h, 33 min`, `1 h and 33 min`.
        private func joint() -> Int {
            var count = 0
            if next(count) == .sign(".") { count += 1 }
            if next(count) == .sign(",") { count += 1 }
            if next(count) == .sign(" ") { count += 1 }
            if case .word(let word)? = next(count), TimeWords.joints.contains(word) { count += 1 }
            if next(count) == .sign("&") { count += 1 }
            if next(count) == .sign(" ") { count += 1 }
            return count
        }

        private func next(_ offset: Int) -> Lexeme? {
            index + offset < lexemes.count ? lexemes[index + offset] : nil
        }

        private static func seconds(_ number: String, _ unit: TimeWords.Unit, isFirst: Bool) -> Int? {
            switch unit {
            case .hours: return isFirst ? hours(number) : nil
            case .minutes:
                guard let minutes = plain(number), isFirst || minutes < 60 else { return nil }
                return minutes * 60
            case .seconds:
                guard let seconds = plain(number), isFirst || seconds < 60 else { return nil }
                return seconds
            }
        }

        /// A whole number; `93.0` is one, as programs that reckon with fractions write it.
        private static func plain(_ number: String) -> Int? {
            let whole = number.hasSuffix(".0") ? number.dropLast(2) : number[...]
            return whole.count <= mostDigits ? Int(digits: whole) : nil
        }

        /// `1`, `1.5` and `1,5`, in seconds. `1.30` may be an hour and thirty minutes, `1.250` a thousand: not read.
        private static func hours(_ number: String) -> Int? {
            let parts = number.split(whereSeparator: { $0 == "." || $0 == "," })
            guard let first = parts.first, first.count <= mostDigits, let hours = Int(digits: first) else { return nil }
            guard parts.count > 1 else { return hours * 3600 }
            guard parts.count == 2, let fraction = Int(digits: parts[1]) else { return nil }
            switch parts[1].count {
            case 1: return hours * 3600 + fraction * 360
            case 2 where fraction >= 60: return hours * 3600 + fraction * 36
            default: return nil
            }
        }
    }
}

extension Lexeme {
    fileprivate var text: String {
        switch self {
        case .number(let text), .word(let text): text
        case .sign(let sign): String(sign)
        }
    }
}
