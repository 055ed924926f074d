import Catalog
import CatalogImport
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Importing a catalog document")
struct DocumentImportTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
    }

    @discardableResult
    private func importing(_ text: String, as name: String = "programme.yaml") throws -> CatalogImport.Summary {
        try CatalogImport().run([SourceFile(path: name, contents: Data(text.utf8))], into: catalog)
    }

    private func problems(of text: String) throws -> [String] {
        try #require(throws: ImportFailure.self) { try importing(text) }.problems.map(\.description)
    }

    private func count(_ table: String) throws -> Int {
        try catalog.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    @Test("brings in movies, theaters, prices and showtimes")
    func imports() async throws {
        let summary = try importing(SampleDocument.small)
        #expect(summary.movies == 2)
        #expect(summary.newTheaters == 1)
        #expect(summary.showtimes == 3)

        let programme = try catalog.programme(at: .distantPast)
        #expect(programme.name == "The Corner")
        #expect(programme.movies.map(\.slug) == ["amelie-2001", "the-third-man-1949"])
        let amelie = programme.movies[0]
        #expect(amelie.originalTitle == "Le Fabuleux Destin d'Amélie Poulain")
        #expect(programme.credits[amelie.id]?.cast.map(\.character) == ["Amélie", ""])
        #expect(amelie.genres.map(\.name) == ["Comedy", "Romance"])
        #expect(programme.showtimes.count == 3)

        let id = ShowtimeID(stored: try #require(programme.showtimes.first).id)
        let offer = try #require(try await catalog.offer(showtime: id))
        #expect(offer.movie == "The Third Man")
        #expect(offer.layout.seatCount == 9)
        #expect(offer.priceList.price(ticketType: "adult", priceCategory: "premium")?.amount == 1500)
        #expect(offer.priceList.price(ticketType: "child", priceCategory: "premium")?.amount == 700)
        #expect(LocalTime(offer.startsAt, in: offer.timeZone).rfc3339 == "2026-11-21T18:00:00+01:00")
        #expect(offer.endsAt.timeIntervalSince(offer.startsAt) == 104 * 60)
        #expect(try await catalog.offer(showtime: "nothing") == nil)
    }

    @Test("as JSON says the same as in YAML")
    func json() throws {
        try importing(
            #"{"marquee": 1, "movies": [{"title": "Wall\u00b7E \ud83e\udd16", "year": 2008, "runtime": 98}]}"#,
            as: "films.json")
        let movie = try #require(try catalog.programme(at: .distantPast).movies.first)
        #expect(movie.title == "Wall·E 🤖")
        #expect(movie.slug == "wall-e-2008")
        #expect(movie.runtime == 98)
    }

    @Test("again changes nothing, and never doubles")
    func repeats() throws {
        try importing(SampleDocument.small)
        let before = try catalog.dump()
        let summary = try importing(SampleDocument.small)
        #expect(summary.newMovies == 0)
        #expect(try catalog.dump() == before)
    }

    @Test("again after a change updates what is there and keeps every address")
    func updates() throws {
        try importing(SampleDocument.small)
        let before = try catalog.programme(at: .distantPast)
        try importing(
            SampleDocument.small
                .replacing("title: The Third Man", with: "title: The 3rd Man")
                .replacing("runtime: 122", with: "runtime: 123"))
        let after = try catalog.programme(at: .distantPast)
        #expect(after.movies.map(\.slug) == before.movies.map(\.slug))
        #expect(after.movies.map(\.title) == ["Amélie", "The 3rd Man"])
        #expect(after.movies[0].runtime == 123)
        #expect(after.showtimes.map(\.id) == before.showtimes.map(\.id))
    }

    @Test("takes out the showtimes that its file no longer has, and only those")
    func removes() throws {
        try importing(SampleDocument.small)
        try importing(
            """
            marquee: 1
            showtimes:
              - {movie: third-man, auditorium: One, starts: 2026-12-24 20:00}
            """, as: "christmas.yaml")
        let moved = SampleDocument.small.replacing("2026-11-21 20:15", with: "2026-11-21 20:45")
        #expect(try importing(moved).removedShowtimes == 1)
        let starts = try catalog.programme(at: .distantPast).showtimes.map(\.startsAt)
        #expect(starts.count == 4)
        #expect(starts.contains(try #require(Date(rfc3339: "2026-12-24T19:00:00Z"))))
        #expect(starts.contains(try #require(Date(rfc3339: "2026-11-21T19:45:00Z"))))
    }

    @Test("refuses another file's film in a room that is taken, and takes over the same film")
    func rivals() throws {
        try importing(SampleDocument.small)
        let same = "marquee: 1\nshowtimes: [{movie: third-man, auditorium: One, starts: 2026-11-21 18:00}]"
        try importing(same, as: "week.48.yaml")
        #expect(try catalog.programme(at: .distantPast).showtimes.count == 3)
        let failure = try #require(throws: ImportFailure.self) {
            try importing(same.replacing("third-man", with: "amelie"), as: "week.47.yaml")
        }
        #expect(failure.description.contains("week.47.yaml:2:54: this showtime overlaps 'The Third Man'"))
    }

    @Test("lets two showtimes change places")
    func swaps() throws {
        let document = """
            marquee: 1
            theaters: [{id: t, name: T, timeZone: UTC, auditoriums: [{name: One, rows: 2, columns: 2}]}]
            movies: [{id: long, title: Long, runtime: 200}, {id: short, title: Short, runtime: 60}]
            showtimes:
              - {id: first, movie: short, auditorium: One, starts: 2026-11-21 18:00}
              - {id: second, movie: long, auditorium: One, starts: 2026-11-21 19:00}
            """
        try importing(document)
        try importing(
            document.replacing(
                "movie: short, auditorium: One, starts: 2026-11-21 18:00",
                with: "movie: short, auditorium: One, starts: 2026-11-21 22:00"
            )
            .replacing(
                "movie: long, auditorium: One, starts: 2026-11-21 19:00",
                with: "movie: long, auditorium: One, starts: 2026-11-21 18:00"))
        #expect(try catalog.programme(at: .distantPast).showtimes.map(\.id) == ["second", "first"])
    }

    @Test("writes out a run of days")
    func runs() throws {
        try importing(
            """
            marquee: 1
            theaters: [{id: t, name: T, timeZone: UTC, auditoriums: [{name: One, rows: 2, columns: 2}]}]
            movies: [{id: m, title: M, runtime: 60}]
            showtimes:
              - {movie: m, auditorium: One, from: 2026-11-20, until: 2026-11-29, weekdays: [fri, sat], times: ["17:00", "20:30"]}
            """)
        let programme = try catalog.programme(at: .distantPast)
        let zone = TimeZone.gmt
        #expect(
            programme.showtimes.map { LocalTime($0.startsAt, in: zone) }.map { "\($0.date.iso) \($0.clock)" } == [
                "2026-11-20 17:00", "2026-11-20 20:30", "2026-11-21 17:00", "2026-11-21 20:30", "2026-11-27 17:00",
                "2026-11-27 20:30", "2026-11-28 17:00", "2026-11-28 20:30",
            ])
    }

    @Test("tells apart two films of one title and year, when they have ids")
    func sameTitle() throws {
        try importing(
            "marquee: 1\nmovies: [{id: a, title: Carmen, year: 1915}, {id: b, title: Carmen, year: 1915}]")
        #expect(try catalog.programme(at: .distantPast).movies.map(\.slug) == ["carmen-1915", "carmen-1915-2"])
        let problem = try problems(
            of: "marquee: 1\nmovies:\n  - {title: Faust, year: 1926}\n  - {title: Faust, year: 1926}")
        #expect(
            problem == [
                "programme.yaml:4:5: two movies are 'Faust (1926)', the first on line 3; give one of them another 'id'"
            ])
    }

    @Test("gives a film back its address after it was deleted")
    func slugsStay() throws {
        try importing("marquee: 1\nmovies: [{id: a, title: Carmen, year: 1915}]")
        try catalog.write { try $0.execute(sql: "DELETE FROM movie") }
        try importing("marquee: 1\nmovies: [{id: b, title: Carmen, year: 1915}, {id: a, title: Carmen, year: 1915}]")
        let slugs = try catalog.read {
            try String.fetchAll($0, sql: "SELECT source_key || ' ' || slug FROM movie ORDER BY source_key")
        }
        #expect(slugs == ["a carmen-1915", "b carmen-1915-2"])
    }

    @Test("says every problem with its line and column", arguments: SampleProblem.all)
    func saysProblems(sample: SampleProblem) throws {
        try importing(SampleDocument.small)
        let before = try catalog.dump()
        #expect(try problems(of: sample.document) == sample.problems)
        #expect(try catalog.dump() == before, "a failed import must leave the catalog as it was")
    }

    @Test("cleans titles, and refuses links that a browser should not follow")
    func cleans() throws {
        try importing("marquee: 1\nmovies:\n  - title: \"  Two\\n  lines \\t \"")
        #expect(try catalog.programme(at: .distantPast).movies.map(\.title) == ["Two lines"])
        let problem = try problems(of: "marquee: 1\nmovies: [{title: A, trailer: \"javascript:alert(1)\"}]")
        #expect(problem.first?.contains("must be an address that begins with https://") == true)
    }
}

extension Catalog {
    /// Every row of every table, for telling whether anything changed.
    func dump() throws -> [String] {
        try read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}
