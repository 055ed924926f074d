import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages

/// A cinema of any size: the golden site, with so many more showtimes that no page could have them all.
@Suite("However many showings there are")
struct LightPageTests {
    private let site: SampleSite
    private static let count = 600

    /// Four rooms in each of 25 theaters, and a film that is everywhere.
    init() async throws {
        site = try SampleSite.golden()
        let catalog = try DatabaseQueue(path: site.folder.path("catalog.sqlite"))
        try await catalog.write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100)
                    INSERT INTO theater (slug, source_key, name, time_zone, city)
                    SELECT 'house-' || n, 'house ' || n, 'House ' || n, 'Europe/Paris', 'Ville ' || (n % 9)
                    FROM number WHERE n <= 25;
                    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 4)
                    INSERT INTO auditorium (theater_id, source_key, name, seat_layout_id)
                    SELECT theater.id, n, 'Room ' || n, (SELECT min(id) FROM seat_layout)
                    FROM theater, number WHERE theater.slug LIKE 'house-%';
                    """)
            let rooms = try Int64.fetchAll(
                database,
                sql:
                    "SELECT auditorium.id FROM auditorium JOIN theater ON theater.id = theater_id WHERE slug LIKE 'house-%'"
            )
            let film = try #require(
                try Int64.fetchOne(database, sql: "SELECT id FROM movie WHERE slug LIKE 'the-third%'"))
            let start = try #require(Date(rfc3339: "2026-11-23T09:00:00+01:00")).timeIntervalSince1970
            for number in 0..<Self.count {
                let startsAt = Int(start) + number / rooms.count * 2 * 3_600
                try database.execute(
                    sql:
                        "INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)",
                    arguments: ["many\(number)", film, rooms[number % rooms.count], startsAt, startsAt + 6_000])
            }
        }
        try await site.build()
    }

    private func pages(below folder: String) throws -> [String: String] {
        try site.folder.contents(of: "dist").filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".html") }
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func showings(_ page: String) -> [String] {
        page.matches(of: /href="\/showtimes\/(many\d+)\/"/).map { String($0.1) }
    }

    @Test("no page has more than fit, and none has none")
    func light() throws {
        for (path, page) in try pages(below: "") {
            let lines = page.matches(of: /<li class="showing"/).count
            #expect(lines <= ListSizes().lines, "\(path)")
            #expect(page.matches(of: /<[a-z]/).count <= 1_600, "\(path)")
        }
    }

    @Test("each stands once among the pages of its film's day")
    func film() throws {
        let day = try pages(below: "movies/the-third-man-1949/2026-11-23/")
        #expect(day.count == (Self.count + 25 + ListSizes().lines - 1) / ListSizes().lines, "\(day.keys)")
        let all = day.values.flatMap(showings)
        #expect(all.count == Self.count)
        #expect(Set(all).count == Self.count)
    }

    @Test("a film's page leads to the rest of its first days")
    func leads() throws {
        let page = try site.folder.read("dist/movies/the-third-man-1949/index.html")
        #expect(page.contains("/movies/the-third-man-1949/2026-11-23/"))
        #expect(page.contains("/showtimes/thirdman35/"), "what comes first is on the page itself")
        #expect(showings(page).isEmpty, "a day that does not fit as a whole is on its own page")
    }

    @Test("a theater's day has them all")
    func theater() throws {
        let pages = try pages(below: "theaters/house-7/2026-11-23/")
        #expect(pages.values.flatMap(showings).count == Self.count / 25)
    }

    @Test("a day leads to its theaters, town by town")
    func day() throws {
        let page = try site.folder.read("dist/showtimes/2026-11-23/index.html")
        let theaters = page.matches(of: /href="\/theaters\/(house-\d+)\/2026-11-23\/"><strong>(Ville \d)/)
        #expect(theaters.count == 25)
        #expect(theaters.map(\.2) == theaters.map(\.2).sorted())
        #expect(showings(page).isEmpty)
    }
}
