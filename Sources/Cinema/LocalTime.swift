package import Foundation

/// An instant as the clock on a theater's wall shows it.
package struct LocalTime: Hashable, Sendable {
    package let date: CivilDate
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    package init(_ instant: Date, in zone: TimeZone) {
        self.init(
            secondsSinceEpoch: Int(instant.timeIntervalSince1970.rounded(.down)),
            offset: zone.secondsFromGMT(for: instant))
    }

    package init(secondsSinceEpoch: Int, offset: Int) {
        let local = secondsSinceEpoch + offset
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let secondOfDay = local - day * 86_400
        date = CivilDate(daysSinceEpoch: day)
        hour = secondOfDay / 3_600
        minute = secondOfDay % 3_600 / 60
        second = secondOfDay % 60
        self.offset = offset
    }

    /// The hour at which one cinema day ends and the next begins: a showing at 00:30 belongs to the evening before.
    package static let cinemaDayBegins = 6

    package var cinemaDay: CivilDate { hour < Self.cinemaDayBegins ? date.adding(days: -1) : date }

    /// `20:30`
    package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `2026-11-21T20:30:00+01:00`
    package var rfc3339: String {
        let minutes = abs(offset) / 60
        let zone = offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
        return "\(date.iso)T\(clock):\(padded(second, 2))\(zone)"
    }
}

extension Date {
    /// The instant at which the clocks of `zone` show this time; the first one if they show it twice.
    ///
    /// - Returns: `nil` if the clocks skip that time when they are put forward.
    package init?(_ date: CivilDate, hour: Int, minute: Int, in zone: TimeZone) {
        let local = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60
        // A zone's offset before and after any one change, seen from a day on either side.
        let offsets = [-86_400, 86_400].map {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(local + $0)))
        }
        for offset in offsets {
            let candidate = Date(timeIntervalSince1970: TimeInterval(local - offset))
            if zone.secondsFromGMT(for: candidate) == offset {
                self = candidate
                return
            }
        }
        return nil
    }

    /// Reads an RFC 3339 instant such as `2026-11-21T20:30:00+01:00`.
    package init?(rfc3339 text: some StringProtocol) {
        let text = String(text)
        let styles = [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        for style in styles {
            if let date = try? style.parse(text) {
                self = date
                return
            }
        }
        return nil
    }
}
