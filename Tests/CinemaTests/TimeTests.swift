import Cinema
import Foundation
import Testing

@Suite("Days and times")
struct TimeTests {
    private let paris: TimeZone
    private let newYork: TimeZone

    init() throws {
        paris = try #require(TimeZone(identifier: "Europe/Paris"))
        newYork = try #require(TimeZone(identifier: "America/New_York"))
    }

    @Test("a day is counted, and counted back, for four hundred years")
    func civilDays() throws {
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        var expected = (year: 1900, month: 1, day: 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for number in 0..<146_097 {
            let day = first.adding(days: number)
            #expect((day.year, day.month, day.day) == (expected.year, expected.month, expected.day))
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let length = expected.month == 2 && isLeap ? 29 : lengths[expected.month - 1]
            expected.day += 1
            if expected.day > length { (expected.day, expected.month) = (1, expected.month + 1) }
            if expected.month > 12 { (expected.month, expected.year) = (1, expected.year + 1) }
        }
    }

    @Test(
        "a day that the calendar does not have is refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-1-1", "today", "+026-12-01", "2026-+1-01", "2026-12-+1", "-026-12-01",
            "２026-12-01", "2026-12-01 ", "",
        ])
    func noSuchDay(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("21 November 2026 is a Saturday")
    func weekday() throws {
        #expect(try #require(CivilDate(iso: "2026-11-21")).weekday == 5)
    }

    @Test("a showing at 00:30 belongs to the evening before, one at 06:00 to its own day")
    func cinemaDay() throws {
        let day = try #require(CivilDate(iso: "2026-11-22"))
        let late = try #require(Date(day, hour: 0, minute: 30, in: paris))
        let early = try #require(Date(day, hour: 6, minute: 0, in: paris))
        #expect(LocalTime(late, in: paris).cinemaDay.iso == "2026-11-21")
        #expect(LocalTime(early, in: paris).cinemaDay.iso == "2026-11-22")
    }

    @Test("an instant is shown with the theater's offset, in winter and in summer")
    func rfc3339() throws {
        let winter = try #require(Date(rfc3339: "2026-11-21T19:30:00Z"))
        let summer = try #require(Date(rfc3339: "2026-07-01T18:30:00Z"))
        #expect(LocalTime(winter, in: paris).rfc3339 == "2026-11-21T20:30:00+01:00")
        #expect(LocalTime(summer, in: paris).rfc3339 == "2026-07-01T20:30:00+02:00")
        #expect(LocalTime(winter, in: newYork).rfc3339 == "2026-11-21T14:30:00-05:00")
    }

    @Test(
        "what is no RFC 3339 instant to the letter is refused",
        arguments: [
            "2026-11-21", "2026-11-21T19:30:00", "2026-11-21 19:30:00Z", "2026-11-21T19:30Z", "2026-11-21T24:00:00Z",
            "2026-11-21T19:60:00Z", "2026-11-21T19:30:60Z", "2026-11-21T19:30:00+0100", "2026-11-21T19:30:00+1:00",
            "2026-11-21T19:30:00Zulu", "2026-11-21T19:30:00.Z", "2026-02-30T19:30:00Z", "+026-11-21T19:30:00Z",
            "2026-11-21T+9:30:00Z", "2026-11-21T19:30:00 Z", "20261121T193000Z", "2026-W47-6T19:30:00Z", "",
        ])
    func noInstant(text: String) {
        #expect(Date(rfc3339: text) == nil)
    }

    @Test("an instant may have a fraction of a second, and small letters")
    func fraction() throws {
        let instant = try #require(Date(rfc3339: "2026-11-21t20:30:00.250+01:00"))
        #expect(instant.timeIntervalSince1970 == 1_795_289_400.25)
    }

    @Test("a time that the clocks skip in spring is no time")
    func skipped() throws {
        let spring = try #require(CivilDate(iso: "2026-03-29"))
        #expect(Date(spring, hour: 2, minute: 30, in: paris) == nil)
        #expect(Date(spring, hour: 3, minute: 0, in: paris) != nil)
        let american = try #require(CivilDate(iso: "2026-03-08"))
        #expect(Date(american, hour: 2, minute: 30, in: newYork) == nil)
    }

    @Test("a time that the clocks show twice in autumn is the first of the two")
    func repeated() throws {
        let autumn = try #require(CivilDate(iso: "2026-10-25"))
        let instant = try #require(Date(autumn, hour: 2, minute: 30, in: paris))
        #expect(LocalTime(instant, in: paris).rfc3339 == "2026-10-25T02:30:00+02:00")
    }
}
