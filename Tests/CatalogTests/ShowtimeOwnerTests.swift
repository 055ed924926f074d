import Catalog
import CatalogImport
import Foundation
import GRDB
import TestSupport
import Testing

/// The id of a showtime is what tickets and addresses hang on: no document takes it from another.
@Suite("A showtime belongs to the document that wrote it")
struct ShowtimeOwnerTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    private static let house = """
        marquee: 1
        theaters: [{id: t, name: T, timeZone: Europe/Paris, auditoriums: [{name: One, rows: 2, columns: 2}]}]
        movies: [{id: sun, title: Sunrise, runtime: 94}, {id: city, title: City Lights, runtime: 87}]
        """

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        try importing(("house.yaml", Self.house))
    }

    private func importing(_ files: (name: String, text: String)...) throws {
        let sources = try files.map { try SourceFile(path: $0.name, contents: Data($0.text.utf8)) }
        _ = try CatalogImport().run(sources, into: catalog)
    }

    private func problem(_ files: (name: String, text: String)...) throws -> String {
        let before = try catalog.dump()
        let sources = try files.map { try SourceFile(path: $0.name, contents: Data($0.text.utf8)) }
        let failure = try #require(throws: ImportFailure.self) { try CatalogImport().run(sources, into: catalog) }
        #expect(try catalog.dump() == before)
        return failure.description
    }

    private func document(_ entries: String...) -> String {
        "marquee: 1\nshowtimes:\n" + entries.map { "  - {auditorium: One, \($0)}\n" }.joined()
    }

    /// `id source movie start`
    private func showtimes() throws -> [String] {
        try catalog.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT showtime.id || ' ' || showtime.source || ' ' || source_key || ' '
                        || strftime('%m-%d %H:%M', starts_at, 'unixepoch')
                    FROM showtime JOIN movie ON movie.id = movie_id ORDER BY 1
                    """)
        }
    }

    @Test("so an id that two documents give is refused, with the place in both")
    func twoDocuments() throws {
        let first = document("id: premiere, movie: sun, starts: 2026-12-05 20:30")
        for second in [
            document("id: premiere, movie: sun, starts: 2026-12-06 20:30"),
            document("id: premiere, movie: city, starts: 2026-12-05 20:30"),
            document("id: premiere, movie: city, starts: 2026-12-06 20:30, status: cancelled"),
        ] {
            let problem = try problem(("feb.yaml", first), ("mar.yaml", second))
            #expect(problem.contains("mar.yaml:3:"), "\(problem)")
            #expect(problem.contains("'premiere'") && problem.contains("feb.yaml, line 3"), "\(problem)")
        }
    }

    @Test("so an id of another document that came before is refused, also if that one is cancelled")
    func later() throws {
        for status in ["scheduled", "cancelled"] {
            try importing(
                ("feb.yaml", document("id: premiere, movie: sun, starts: 2026-12-05 20:30, status: \(status)")))
            let problem = try problem(
                ("mar.yaml", document("id: premiere, movie: sun, starts: 2026-12-06 20:30")))
            #expect(problem.contains("mar.yaml:3:") && problem.contains("'premiere'"), "\(problem)")
            #expect(problem.contains("'feb'"), "\(problem)")
        }
    }

    @Test("so a film does not get the seats of another that another document called off")
    func calledOff() throws {
        try importing(("feb.yaml", document("movie: sun, starts: 2026-12-05 20:30, status: cancelled")))
        let problem = try problem(("mar.yaml", document("movie: city, starts: 2026-12-05 20:30")))
        #expect(problem.contains("mar.yaml:3:") && problem.contains("'feb'"), "\(problem)")
        try importing(("mar.yaml", document("id: lights, movie: city, starts: 2026-12-05 20:30")))
        #expect(try showtimes().count == 2)
    }

    @Test("and the very same showing in two documents is one")
    func same() throws {
        let text = document("id: premiere, movie: sun, starts: 2026-12-05 20:30")
        try importing(("feb.yaml", text), ("mar.yaml", text))
        #expect(try showtimes() == ["premiere mar sun 12-05 19:30"])
    }

    @Test("and goes from one to another in one import, whichever comes first", arguments: [true, false])
    func moves(isFirst: Bool) throws {
        try importing(("feb.yaml", document("id: premiere, movie: sun, starts: 2026-12-05 20:30")))
        let old = ("feb.yaml", "marquee: 1\nshowtimes: []")
        let new = ("mar.yaml", document("id: premiere, movie: sun, starts: 2026-12-06 20:30"))
        if isFirst { try importing(old, new) } else { try importing(new, old) }
        #expect(try showtimes() == ["premiere mar sun 12-06 19:30"])
    }

    /// As an editor on Linux writes `février.yaml`, and as a copy from a Mac has it.
    private static let spellings = ["fe\u{301}vrier.yaml", "f\u{E9}vrier.yaml"]

    @Test("and a document is the same in whichever normal form a file system has its name", arguments: [0, 1])
    func spellings(first: Int) throws {
        let (before, after) = (Self.spellings[first], Self.spellings[1 - first])
        try importing(
            (before, document("movie: sun, starts: 2026-12-05 20:30", "movie: city, starts: 2026-12-06 20:30")))
        try importing(
            (after, document("movie: sun, starts: 2026-12-05 20:30", "movie: city, starts: 2026-12-07 20:30")))
        #expect(try showtimes().map { $0.suffix(11) } == ["12-05 19:30", "12-07 19:30"])
        let sources = try catalog.read {
            try Data.fetchAll($0, sql: "SELECT DISTINCT CAST(source AS BLOB) FROM showtime")
        }
        #expect(sources == [Data("f\u{E9}vrier".utf8)])
    }

    @Test("and two documents that go by one name are refused, for one would take out what the other wrote")
    func oneName() throws {
        let (first, second) = (
            document("movie: sun, starts: 2026-12-05 20:30"), document("movie: sun, starts: 2026-12-06 20:30")
        )
        let byName = try problem(("a/week.yaml", first), ("b/week.yaml", second))
        #expect(byName.contains("b/week.yaml:2:") && byName.contains("a/week.yaml"), "\(byName)")
        let bySource = try problem(("a.yaml", "source: s\n" + first), ("b.yaml", "source: s\n" + second))
        #expect(bySource.contains("b.yaml:3:") && bySource.contains("a.yaml"), "\(bySource)")
    }
}
