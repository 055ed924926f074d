import Catalog
import CatalogImport
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The catalog's dates")
struct RevisionTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    private static let document = """
        marquee: 1
        theaters: [{id: t, name: T, timeZone: UTC, auditoriums: [{id: one, name: One, rows: 1, columns: 2}]}]
        movies: [{id: a, title: A, year: 1950, cast: [Ann], genres: [Drama]}, {id: b, title: B, year: 1951}]
        showtimes: [{id: s1, movie: a, theater: t, auditorium: one, starts: 2026-11-21 20:00, ends: "22:00"}]
        """

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        try importing()
        // Another second than that of any change to come.
        try edit("UPDATE revision SET added_at = 1000, changed_at = 1000")
    }

    private func importing() throws {
        _ = try CatalogImport().run(
            [try SourceFile(path: "programme.yaml", contents: Data(Self.document.utf8))], into: catalog)
    }

    private func edit(_ sql: String) throws { try catalog.write { try $0.execute(sql: sql) } }

    /// What has another date than at the beginning: `movie 1`.
    private func changed() throws -> [String] {
        try catalog.read {
            try String.fetchAll(
                $0, sql: "SELECT subject || ' ' || id FROM revision WHERE changed_at > 1000 ORDER BY subject, id")
        }
    }

    @Test("are there for each thing that has a page")
    func each() throws {
        let subjects = try catalog.read {
            try String.fetchAll($0, sql: "SELECT subject || ' ' || id FROM revision ORDER BY subject, id")
        }
        #expect(
            subjects == ["genre 1", "movie 1", "movie 2", "person 1", "showtime s1", "theater 1"])
    }

    @Test("are left alone by an import that brings nothing new")
    func sameImport() throws {
        try importing()
        #expect(try changed() == [])
    }

    @Test(
        "follow every change, whoever makes it, and keep when a thing was added",
        arguments: [
            ("UPDATE movie SET title = 'C' WHERE id = 1", ["movie 1"]),
            ("UPDATE credit SET character = 'X'", ["movie 1"]), ("DELETE FROM movie_genre", ["movie 1"]),
            ("INSERT INTO movie_language VALUES (2, 0, 'fr')", ["movie 2"]),
            ("UPDATE auditorium SET name = 'Two'", ["theater 1"]),
            ("UPDATE showtime SET captions = 1", ["showtime s1"]),
            (
                "INSERT OR REPLACE INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES ('s1', 1, 1, 1, 2)",
                ["showtime s1"]
            ),
            ("UPDATE genre SET name = 'Noir'", ["genre 1"]), ("UPDATE person SET name = 'Bob'", ["person 1"]),
        ])
    func changes(sql: String, things: [String]) throws {
        try edit(sql)
        #expect(try changed() == things)
        let added = try catalog.read { try Int.fetchAll($0, sql: "SELECT DISTINCT added_at FROM revision") }
        #expect(added == [1000])
    }

    @Test("of one showing are never the same for two changes, and grow also when it is moved back")
    func everyChange() throws {
        func changedAt() throws -> Int? {
            try catalog.read {
                try Int.fetchOne($0, sql: "SELECT changed_at FROM revision WHERE subject = 'showtime' AND id = 's1'")
            }
        }
        var last = try #require(try changedAt())
        for change in [
            "starts_at = starts_at + 60", "starts_at = starts_at - 60", "status = 'cancelled'", "captions = 1",
        ] {
            try edit("UPDATE showtime SET \(change) WHERE id = 's1'")
            let next = try #require(try changedAt())
            #expect(next > last, "\(change)")
            last = next
        }
    }

    @Test("go with what they belong to, and come with its new key")
    func deletion() throws {
        func ids(_ subject: String) throws -> [String] {
            try catalog.read {
                try String.fetchAll(
                    $0, sql: "SELECT CAST(id AS TEXT) FROM revision WHERE subject = ? ORDER BY id",
                    arguments: [subject])
            }
        }
        try edit("UPDATE showtime SET id = 's2'")
        #expect(try ids("showtime") == ["s2"])
        try edit("DELETE FROM showtime; DELETE FROM movie WHERE id = 1")
        #expect(try ids("showtime") == [])
        #expect(try ids("movie") == ["2"])
    }

    @Test("of a catalog from before begin when it is brought up to date")
    func migration() throws {
        let path = folder.path("catalog.sqlite")
        try edit(
            """
            DROP TRIGGER change_dated; DROP TABLE revision;
            DELETE FROM grdb_migrations WHERE identifier LIKE '3:%'
            """)
        let before = Int(Date().timeIntervalSince1970) - 1
        let dates = try Catalog(readingFrom: path).read {
            try Int.fetchAll($0, sql: "SELECT added_at FROM revision UNION ALL SELECT changed_at FROM revision")
        }
        #expect(dates.count == 12)
        #expect(dates.allSatisfy { $0 >= before })
    }

    @Test("are logged where somebody writes them with SQL, and not once more where they come by themselves")
    func log() throws {
        func logged(_ sql: String) throws -> [String] {
            let moment = try catalog.read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM change") ?? 0 }
            try edit(sql)
            return try catalog.read {
                try String.fetchAll(
                    $0, sql: "SELECT subject || ' ' || id FROM change WHERE seq > ? ORDER BY seq", arguments: [moment])
            }
        }
        #expect(try logged("UPDATE movie SET title = 'C' WHERE id = 1") == ["movie 1"])
        #expect(try logged("UPDATE showtime SET captions = 1") == ["showtime s1"])
        #expect(
            try logged("UPDATE revision SET changed_at = 5 WHERE subject <> 'genre'") == [
                "movie_revision 1", "movie_revision 2", "person_revision 1", "showtime_revision s1",
                "theater_revision 1",
            ])
        #expect(
            try logged("UPDATE revision SET id = 's2' WHERE id = 's1'") == [
                "showtime_revision s1", "showtime_revision s2",
            ])
        #expect(try logged("DELETE FROM revision WHERE subject = 'theater'") == ["theater_revision 1"])
        #expect(try logged("DELETE FROM showtime") == ["showtime s1"])
    }

    @Test(
        "in no year of films are refused with their row, whoever reads them",
        arguments: ["-62167219201", "-9223372036854775808", "99999999999999", "9223372036854775807"])
    func outsideOfSpan(seconds: String) throws {
        try edit("UPDATE revision SET added_at = \(seconds), changed_at = \(seconds)")
        try catalog.read(at: Date(timeIntervalSince1970: 1_795_000_000)) { reader in
            let readings: [() throws -> Void] = [
                { _ = try reader.revisions(ofShowtimes: ["s1"]) }, { _ = try reader.newMovies(limit: 5) },
                { try reader.eachPage(of: .movie) { _, _, _ in } }, { try reader.eachShowtimePage { _, _ in } },
                { _ = try reader.showtimeChanges() },
            ]
            for reading in readings {
                let error = try #require(throws: CatalogContentError.self) { try reading() }
                #expect(error.description.contains("revision of") && error.description.contains("1870 to 2100"))
            }
        }
    }
}
