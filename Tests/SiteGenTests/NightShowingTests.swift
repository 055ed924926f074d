import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild

/// All that the site says of one showing after midnight.
@Suite("A showing after midnight")
struct NightShowingTests {
    private static let document = """
        marquee: 1
        ticketTypes: [{id: adult, name: Adult}]
        theaters:
          - {id: rex, name: Rex, city: Lyon, timeZone: Europe/Paris, auditoriums: [{name: One, rows: 2, columns: 2}]}
        movies: [{id: up, title: Up, year: 2009, runtime: 96, cast: [Ed Asner], genres: [Comedy]}]
        """

    private func site(_ start: String, now: String) async throws -> SampleSite {
        let site = try SampleSite(document: Self.document)
        try site.edit(
            """
            INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at)
            SELECT 'night', movie.id, auditorium.id, unixepoch('\(start)'), unixepoch('\(start)', '+96 minutes')
            FROM movie JOIN auditorium
            """)
        try await site.build(now: now)
        return site
    }

    @Test(
        "is on one day wherever the site tells of it, which is the calendar's",
        arguments: [
            ("2026-12-12T23:30:00Z", "2026-12-12", "Saturday 12", "Sunday 13 December", "2026-12-13", "00:30"),
            (
                "2026-12-31T23:00:00Z", "2026-12-31", "Thursday 31 December 2026", "Friday 1 January", "2027-01-01",
                "00:00"
            ),
            ("2026-10-25T01:30:00Z", "2026-10-24", "Saturday 24", "Sunday 25 October", "2026-10-25", "02:30"),
            ("2026-03-29T01:00:00Z", "2026-03-28", "Saturday 28", "Sunday 29 March", "2026-03-29", "03:00"),
            ("2026-12-13T04:59:00Z", "2026-12-12", "Saturday 12", "Sunday 13 December", "2026-12-13", "05:59"),
        ])
    func oneDay(
        start: String, listed: String, evening: String, day: String, date: String, time: String
    ) async throws {
        let site = try await site(start, now: "\(listed)T12:00:00Z")
        let words = "night of \(evening) to \(day) \(date.prefix(4)), \(time)"
        let page = try site.folder.read("dist/showtimes/night/index.html")
        #expect(page.contains("<title>Up: \(words), Rex, Lyon, One"))
        #expect(page.contains("content=\"Choose seats for Up on the \(words) at Rex, Lyon, One.\""))
        #expect(page.contains("\">\(words)</time>"))
        #expect(page.contains("\"when\":\"\(words)\""))
        #expect(page.contains("\"description\":\"Choose seats for Up on the \(words) at"))
        #expect(page.contains("\"startDate\":\"\(date)T\(time):00"))
        let start = "\(date.filter(\.isNumber))T\(time.filter(\.isNumber))00"
        for folder in ["showtimes/night", "movies/up-2009", "theaters/rex"] {
            let calendar = try site.folder.read("dist/\(folder)/calendar.ics")
            // The hour that comes twice is told in UTC.
            #expect(
                calendar.contains("DTSTART;TZID=Europe/Paris:\(start)") || calendar.contains("DTSTART:20261025T013000Z")
            )
        }
        #expect(site.folder.exists("dist/showtimes/\(listed)/index.html"), "it is listed with the evening's")

        var lists = 0
        for (path, bytes) in try site.folder.contents(of: "dist") where path.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            for match in text.matches(of: /([A-Z][a-z]+day \d+ [A-Z][a-z]+)(?: \d{4})?,? (\d\d:\d\d)/) {
                #expect(match.output.1 == day && match.output.2 == time, "\(path): \(match.output.0)")
            }
            for item in text.matches(of: /<li class="showing"[\s\S]*?<\/li>/) {
                lists += 1
                let list = String(item.output)
                #expect(list.contains(">\(time)</time>") && list.contains("night"), "\(path): \(list)")
                #expect(list.contains(try Regex("to \(day)( \(date.prefix(4)))?<")), "\(path): \(list)")
            }
        }
        #expect(lists >= 5, "the home page, the film's, the theater's, two of the day, the person's")
    }

    @Test("is told from one at six, which is of its own day and of no night")
    func six() async throws {
        let site = try await site("2026-12-13T05:00:00Z", now: "2026-12-12T12:00:00Z")
        let page = try site.folder.read("dist/showtimes/night/index.html")
        #expect(page.contains("<title>Up: Sunday 13 December 2026, 06:00, Rex, Lyon, One"))
        for (path, bytes) in try site.folder.contents(of: "dist") where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("night of"), "\(path)")
            #expect(!String(decoding: bytes, as: UTF8.self).contains("stub-night"), "\(path)")
        }
    }
}
