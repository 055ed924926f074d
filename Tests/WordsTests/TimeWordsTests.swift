import Cinema
import Foundation
import Testing
import Words

@Suite("A day and a time in words")
struct TimeWordsTests {
    private let words: TimeWords

    init() throws {
        var reader = WordReader(try .house())
        words = TimeWords(&reader)
        try reader.finish()
    }

    private static func local(_ instant: String, _ zone: String) throws -> LocalTime {
        LocalTime(try #require(Date(rfc3339: instant)), in: try #require(TimeZone(identifier: zone)))
    }

    @Test(
        "say the calendar's day with its year, and after midnight the evening before it too",
        arguments: [
            ("2026-12-12T20:30:00+01:00", "Saturday 12 December 2026, 20:30"),
            ("2026-12-12T23:59:00+01:00", "Saturday 12 December 2026, 23:59"),
            ("2026-12-13T00:00:00+01:00", "night of Saturday 12 to Sunday 13 December 2026, 00:00"),
            ("2026-12-13T00:30:00+01:00", "night of Saturday 12 to Sunday 13 December 2026, 00:30"),
            ("2026-12-13T05:59:00+01:00", "night of Saturday 12 to Sunday 13 December 2026, 05:59"),
            ("2026-12-13T06:00:00+01:00", "Sunday 13 December 2026, 06:00"),
            ("2026-12-01T01:15:00+01:00", "night of Monday 30 November to Tuesday 1 December 2026, 01:15"),
            ("2027-01-01T00:15:00+01:00", "night of Thursday 31 December 2026 to Friday 1 January 2027, 00:15"),
            ("2028-03-01T00:15:00+01:00", "night of Tuesday 29 February to Wednesday 1 March 2028, 00:15"),
            ("2027-03-01T00:15:00+01:00", "night of Sunday 28 February to Monday 1 March 2027, 00:15"),
        ])
    func moments(instant: String, said: String) throws {
        #expect(words.moment(try Self.local(instant, "Europe/Paris")) == said)
    }

    @Test(
        "follow the theater's clock, also in the nights in which it is changed, and wherever else it is another day",
        arguments: [
            // The clocks go back at three, so half past two comes twice.
            ("2026-10-25T00:30:00Z", "Europe/Paris", "night of Saturday 24 to Sunday 25 October 2026, 02:30"),
            ("2026-10-25T01:30:00Z", "Europe/Paris", "night of Saturday 24 to Sunday 25 October 2026, 02:30"),
            // They go forward at two.
            ("2026-03-29T00:30:00Z", "Europe/Paris", "night of Saturday 28 to Sunday 29 March 2026, 01:30"),
            ("2026-03-29T01:00:00Z", "Europe/Paris", "night of Saturday 28 to Sunday 29 March 2026, 03:00"),
            (
                "2026-11-01T05:30:00Z", "America/New_York",
                "night of Saturday 31 October to Sunday 1 November 2026, 01:30"
            ),
            ("2026-12-31T23:30:00Z", "Pacific/Kiritimati", "Friday 1 January 2027, 13:30"),
            (
                "2026-12-31T10:30:00Z", "Pacific/Kiritimati",
                "night of Thursday 31 December 2026 to Friday 1 January 2027, 00:30"
            ),
            ("2027-01-01T10:59:00Z", "Pacific/Pago_Pago", "Thursday 31 December 2026, 23:59"),
            ("2026-12-12T18:45:00Z", "Asia/Kathmandu", "night of Saturday 12 to Sunday 13 December 2026, 00:30"),
        ])
    func zones(instant: String, zone: String, said: String) throws {
        #expect(words.moment(try Self.local(instant, zone)) == said)
    }

    @Test("end with the calendar's day and the time, at every hour of four years")
    func everyHour() {
        for hour in 0..<(4 * 366 * 24) {
            let time = LocalTime(secondsSinceEpoch: 1_767_225_600 + hour * 3_600 + 1_800, offset: 0)
            let said = words.moment(time)
            #expect(said.hasSuffix("\(words.day(time.date)), \(time.clock)"))
            #expect(said.hasPrefix("night of ") == (time.hour < 6))
            #expect(words.night(of: time).isEmpty == (time.hour >= 6))
        }
    }

    @Test("are never those of the same day of another year")
    func years() throws {
        // Both are a Sunday.
        let moments = try ["2027-12-05T20:30:00Z", "2032-12-05T20:30:00Z"].map {
            words.moment(try Self.local($0, "Europe/London"))
        }
        #expect(moments == ["Sunday 5 December 2027, 20:30", "Sunday 5 December 2032, 20:30"])
    }

    @Test("stand in a sentence")
    func sentence() throws {
        let night = try Self.local("2026-12-13T00:30:00+01:00", "Europe/Paris")
        #expect(words.onMoment(night) == "on the night of Saturday 12 to Sunday 13 December 2026, 00:30")
        #expect(words.night(of: night) == "night to Sunday 13 December")
        let evening = try Self.local("2026-12-12T20:30:00+01:00", "Europe/Paris")
        #expect(words.onMoment(evening) == "on Saturday 12 December 2026, 20:30")
    }

    @Test("tells how long a film is", arguments: [(45, "45 min"), (60, "1 h"), (104, "1 h 44 min"), (1440, "24 h")])
    func lengths(minutes: Int, text: String) {
        #expect(words.length(minutes: minutes) == text)
    }

    @Test("names days as seen from today")
    func days() throws {
        let today = try #require(CivilDate(iso: "2026-11-21"))
        #expect(words.shortDay(today, today: today) == "Today")
        #expect(words.shortDay(today.adding(days: 1), today: today) == "Tomorrow")
        #expect(words.shortDay(today.adding(days: 2), today: today) == "Mon 23 Nov")
        #expect(words.shortDay(today.adding(days: 179), today: today) == "Wed 19 May")
        #expect(words.shortDay(today.adding(days: 180), today: today) == "Thu 20 May 2027")
        #expect(words.shortDay(today.adding(days: -1), today: today) == "Fri 20 Nov")
    }
}
