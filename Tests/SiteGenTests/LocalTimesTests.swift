import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Times on pages")
struct LocalTimesTests {
    private static let document = """
        marquee: 1
        theaters:
          - {id: rex, name: Rex, timeZone: Europe/Paris, auditoriums: [{name: One, rows: 2, columns: 2}, {name: Two, rows: 2, columns: 2}]}
        movies: [{id: up, title: Up, year: 2009, runtime: 96}]
        """

    /// A site with showings at instants in UTC.
    private func site(_ starts: [String: String], now: String) async throws -> SampleSite {
        let site = try SampleSite(document: Self.document)
        try await DatabaseQueue(path: site.folder.path("catalog.sqlite")).write { database in
            for (id, start) in starts.sorted(by: { $0.value < $1.value }) {
                let room = id.hasPrefix("second") ? "Two" : "One"
                try database.execute(
                    sql: """
                        INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at)
                        SELECT ?, movie.id, auditorium.id, unixepoch(?), unixepoch(?, '+96 minutes')
                        FROM movie JOIN auditorium ON auditorium.name = ?
                        """,
                    arguments: [id, start, start, room])
            }
        }
        try await site.build(now: now)
        return site
    }

    /// The showings on the page of a day, each with its time.
    private func showings(on day: String, _ site: SampleSite) throws -> [String] {
        let page = try site.folder.read("dist/showtimes/\(day)/index.html")
        return page.matches(of: /<time datetime="([^"]+T[^"]+)">([^<]+)</).map { "\($0.output.1) \($0.output.2)" }
    }

    @Test("put a showing at half past midnight on the evening before, and one at six in the morning on its own day")
    func midnight() async throws {
        let site = try await site(
            ["late": "2026-11-21T23:30:00Z", "early": "2026-11-22T05:00:00Z"], now: "2026-11-21T12:00:00Z")
        #expect(try showings(on: "2026-11-21", site) == ["2026-11-22T00:30:00+01:00 00:30"])
        #expect(try showings(on: "2026-11-22", site) == ["2026-11-22T06:00:00+01:00 06:00"])
    }

    @Test("tell the two half past two apart, of the night in which an hour comes twice")
    func autumn() async throws {
        let site = try await site(
            ["first": "2026-10-25T00:30:00Z", "second": "2026-10-25T01:30:00Z"], now: "2026-10-24T12:00:00Z")
        #expect(
            try showings(on: "2026-10-24", site) == [
                "2026-10-25T02:30:00+02:00 02:30", "2026-10-25T02:30:00+01:00 02:30",
            ])
        #expect(!site.folder.exists("dist/showtimes/2026-10-25/index.html"))
        // An hour and 36 minutes later, by the clock that was put back meanwhile.
        #expect(
            try site.folder.read("dist/data/movies/up-2009.json").contains("\"endsAt\":\"2026-10-25T03:06:00+01:00\""))
    }

    @Test("leave out the hour that is skipped in spring")
    func spring() async throws {
        let site = try await site(
            ["first": "2026-03-29T00:30:00Z", "second": "2026-03-29T01:00:00Z"], now: "2026-03-28T12:00:00Z")
        #expect(
            try showings(on: "2026-03-28", site) == [
                "2026-03-29T01:30:00+01:00 01:30", "2026-03-29T03:00:00+02:00 03:00",
            ])
        let data = try site.folder.read("dist/data/movies/up-2009.json")
        #expect(data.contains("\"endsAt\":\"2026-03-29T04:06:00+02:00\""))
        #expect(data.contains("\"endsAt\":\"2026-03-29T04:36:00+02:00\""))
    }
}
