import Markup

/// Whether a text is a time, in the forms that the formats of a site ask for.
enum TimeText {
    /// `2026-11-21T20:30:00+01:00`: the seconds may be left out, the offset may not.
    static func isInstant(_ text: ByteText) -> Bool {
        guard text.count > 11, text[text.startIndex + 10] | 0x20 == "t", isDay(text.prefix(10)) else { return false }
        let time = text.dropFirst(11)
        let clock = time.prefix { $0.isDigit || $0 == ":" }
        guard isClock(clock) else { return false }
        var rest = time[clock.endIndex...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard !digits.isEmpty, clock.count == 8 else { return false }
            rest = rest[digits.endIndex...]
        }
        guard let sign = rest.first else { return false }
        if sign | 0x20 == "z" { return rest.count == 1 }
        return (sign == "+" || sign == "-") && rest.count == 6 && isClock(rest.dropFirst())
    }

    /// What a sitemap's `lastmod` may be: an instant, a day, a month or a year.
    static func isModification(_ text: ByteText) -> Bool {
        text.count > 10 ? isInstant(text) : isDay(text + Array("0000-01-01".utf8).dropFirst(text.count))
    }

    /// `2026-11-21`
    private static func isDay(_ text: ByteText) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return false }
        let (year, month) = (number(parts[0]), number(parts[1]))
        return 1...12 ~= month && 1...days(of: month, in: year) ~= number(parts[2])
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `20:30` or `20:30:00`
    private static func isClock(_ text: ByteText) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) }) else {
            return false
        }
        return number(parts[0]) < 24 && number(parts[1]) < 60 && (parts.count == 2 || number(parts[2]) <= 60)
    }

    private static func number(_ digits: ByteText) -> Int { Int(digits.text) ?? 0 }
}
