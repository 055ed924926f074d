package import Foundation

extension Date {
    /// Reads an RFC 3339 instant such as `2026-11-21T20:30:00+01:00`, with a fraction of a second or without.
    ///
    /// - Returns: `nil` for anything else, leap seconds too, which no clock of ours has.
    package init?(rfc3339 text: some StringProtocol) {
        let text = text.uppercased()
        guard text.utf8.allSatisfy({ $0 < 0x80 }), text.count >= 20 else { return nil }
        let day = text.prefix(10)
        var rest = text.dropFirst(10)
        guard let date = CivilDate(iso: day), rest.first == "T" else { return nil }
        let clock = rest.dropFirst().prefix(8).split(separator: ":", omittingEmptySubsequences: false)
        rest = rest.dropFirst(9)
        var fraction = 0.0
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isNumber }
            guard !digits.isEmpty, let value = Double("0." + digits) else { return nil }
            fraction = value
            rest = rest.dropFirst(1 + digits.count)
        }
        guard clock.count == 3, clock.allSatisfy({ $0.count == 2 }), let hour = Int(digits: clock[0]), hour < 24,
            let minute = Int(digits: clock[1]), minute < 60, let second = Int(digits: clock[2]), second < 60,
            let offset = Self.offset(rest)
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
        self.init(timeIntervalSince1970: TimeInterval(seconds) + fraction)
    }

    /// Seconds east of Greenwich: `Z`, `+01:00`.
    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, sign == "+" || sign == "-", parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            let hours = Int(digits: parts[0]), hours < 24, let minutes = Int(digits: parts[1]), minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
