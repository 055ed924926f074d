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

    package var secondsSinceEpoch: Int {
        date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }

    /// The hour at which one cinema day ends and the next begins: a showing at 00:30 belongs to the evening before.
    package static let cinemaDayBegins = 6

    /// Whether this is after midnight and still of the cinema day before.
    package var isAfterMidnight: Bool { hour < Self.cinemaDayBegins }

    package var cinemaDay: CivilDate { isAfterMidnight ? date.adding(days: -1) : date }

    /// `20:30`
    package var clock: String {
        String(unsafeUninitializedCapacity: 5) { digits in
            digits.write(hour, 2, at: 0)
            digits[2] = UInt8(ascii: ":")
            digits.write(minute, 2, at: 3)
            return 5
        }
    }

    /// `2026-11-21T20:30:00+01:00`
    package var rfc3339: String {
        let minutes = abs(offset) / 60
        // Programmes are full of these, which is why they are put together digit by digit.
        return String(unsafeUninitializedCapacity: 25) { text in
            _ = text.initialize(from: "0000-00-00T00:00:00+00:00".utf8)
            text.write(date.year, 4, at: 0)
            text.write(date.month, 2, at: 5)
            text.write(date.day, 2, at: 8)
            text.write(hour, 2, at: 11)
            text.write(minute, 2, at: 14)
            text.write(second, 2, at: 17)
            text[19] = UInt8(ascii: offset == 0 ? "Z" : offset < 0 ? "-" : "+")
            text.write(minutes / 60, 2, at: 20)
            text.write(minutes % 60, 2, at: 23)
            return offset == 0 ? 20 : 25
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes the last so many digits of a number.
    fileprivate func write(_ number: Int, _ count: Int, at start: Int) {
        var rest = number
        for index in (start..<start + count).reversed() {
            self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
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
}
