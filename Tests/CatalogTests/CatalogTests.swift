import Catalog
import CatalogImport
import Cinema
import DemoCatalog
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The catalog")
struct CatalogTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("catalog.sqlite")
    }

    private func failure(_ body: () throws -> Void) throws -> String {
        try #require(throws: CatalogError.self) { try body() }.description
    }

    @Test("that is missing says how to make one")
    func missing() throws {
        #expect(try failure { _ = try Catalog(readingFrom: path) }.contains("there is no catalog; make one with"))
    }

    @Test("that is no database at all is named as damaged, and left as it is")
    func corrupt() throws {
        try folder.write(String(repeating: "This is no database. ", count: 100), to: "catalog.sqlite")
        #expect(try failure { _ = try Catalog(readingFrom: path) }.contains("is damaged"))
        #expect(try failure { _ = try Catalog(writingTo: path) }.contains("is damaged"))
        #expect(try folder.read("catalog.sqlite").hasPrefix("This is no database."))
    }

    @Test("that is somebody else's database is refused, and left as it is")
    func foreign() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        #expect(try failure { _ = try Catalog(readingFrom: path) }.contains("is not a Marquee catalog"))
        #expect(try failure { _ = try Catalog(writingTo: path) }.contains("is not a Marquee catalog"))
        #expect(try queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") } == ["bookmarks"])
    }

    @Test("of a newer version of Marquee is refused, and left as it is")
    func newer() throws {
        try Catalog(writingTo: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')")
        }
        #expect(try failure { _ = try Catalog(readingFrom: path) }.contains("a newer version of Marquee"))
        #expect(try failure { _ = try Catalog(writingTo: path) }.contains("a newer version of Marquee"))
    }

    @Test("in a folder that is not there says so")
    func noFolder() throws {
        #expect(
            try failure { _ = try Catalog(writingTo: folder.path("no/such/catalog.sqlite")) }.contains(
                "cannot be written"))
    }

    @Test("holds its rules against whoever writes to it: references, overlaps, slugs")
    func rules() throws {
        let catalog = try Catalog(writingTo: path)
        try catalog.write { database in
            try database.execute(
                sql: """
                    INSERT INTO movie (id, slug, source_key, title) VALUES (1, 'a', 'a', 'A');
                    INSERT INTO theater (id, slug, source_key, name, time_zone) VALUES (1, 't', 't', 'T', 'UTC');
                    INSERT INTO seat_layout VALUES ('l', 'A ss');
                    INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id) VALUES (1, 1, '1', '1', 'l');
                    INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES ('a', 1, 1, 1000, 2000);
                    """)
        }
        func refused(_ sql: String) throws -> String {
            try #require(throws: DatabaseError.self) { try catalog.write { try $0.execute(sql: sql) } }.message ?? ""
        }
        let insert = "INSERT INTO showtime (movie_id, auditorium_id, starts_at, ends_at) VALUES"
        #expect(try refused("\(insert) (1, 1, 1999, 3000)").contains("overlap"))
        #expect(try refused("\(insert) (1, 1, 500, 1001)").contains("overlap"))
        #expect(try refused("\(insert) (9, 1, 5000, 6000)").contains("FOREIGN KEY"))
        #expect(try refused("\(insert) (1, 1, 6000, 5000)").contains("CHECK"))
        #expect(try refused("UPDATE movie SET slug = '../etc'").contains("CHECK"))
        try catalog.write { try $0.execute(sql: "\(insert) (1, 1, 2000, 3000)") }
        #expect(try refused("UPDATE showtime SET starts_at = 1500 WHERE starts_at = 2000").contains("overlap"))
        try catalog.write { try $0.execute(sql: "UPDATE showtime SET status = 'cancelled' WHERE id = 'a'") }
        try catalog.write { try $0.execute(sql: "UPDATE showtime SET starts_at = 1500 WHERE starts_at = 2000") }
        #expect(try refused("UPDATE showtime SET status = 'scheduled' WHERE id = 'a'").contains("overlap"))
    }
}

@Suite("The demo catalog")
struct DemoCatalogTests {
    private let now = Date(timeIntervalSince1970: 1_795_262_400)

    @Test("is a chain of three theaters and eight auditoriums, with about sixty films and two weeks of showtimes")
    func chain() throws {
        let folder = try TemporaryFolder()
        _ = try DemoCatalog(now: now).write(to: folder.path("demo.sqlite"))
        let programme = try Catalog(readingFrom: folder.path("demo.sqlite")).programme(at: now)
        #expect(programme.theaters.count == 3)
        #expect(programme.auditoriums.count == 8)
        #expect(Set(programme.layouts.map(\.plan)).count == 8)
        #expect((55...70).contains(programme.movies.count))
        #expect(programme.movies.allSatisfy { !$0.synopsis.isEmpty && $0.runtime != nil })
        #expect(programme.movies.allSatisfy { programme.credits[$0.id]?.directors.isEmpty == false })
        let span = try #require(programme.showtimes.last).startsAt.timeIntervalSince(now)
        #expect((12.0...14.5).contains(span / 86_400))
        #expect(programme.showtimes.allSatisfy { $0.prices != nil })
    }

    /// Around the ends of days, of cinema days and of years, and around both nights on which clocks change.
    private static let moments = [
        "2026-12-31T23:59:59Z", "2027-01-01T00:30:00Z", "2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z",
        "2027-06-14T04:59:59Z", "2027-06-14T05:00:00Z", "2027-10-31T00:59:59Z", "2027-10-31T01:30:00Z",
        "2028-02-28T23:59:59Z", "2028-02-29T12:00:00Z", "2028-03-01T05:59:59Z", "2028-12-24T22:50:00Z",
    ]

    @Test("has something on in every room on each of the next twelve days, whenever it is made", arguments: moments)
    func always(moment: String) throws {
        let folder = try TemporaryFolder()
        let now = try #require(Date(rfc3339: moment))
        _ = try DemoCatalog(now: now).write(to: folder.path("demo.sqlite"))
        let programme = try Catalog(readingFrom: folder.path("demo.sqlite")).programme(at: now)
        let ahead = programme.showtimes.filter { showtime in showtime.startsAt > now }
        let byRoom = Dictionary(grouping: ahead) { showtime in showtime.auditorium.layout }
        #expect(byRoom.count == 8)
        for showtimes in byRoom.values {
            #expect(Set(showtimes.map { $0.day }).count >= 12)
            #expect(showtimes.allSatisfy { (11..<23).contains($0.starts.hour) })
            let ends = showtimes.map { $0.ends.secondsSinceEpoch }
            #expect(zip(ends, showtimes.dropFirst()).allSatisfy { $0 <= $1.starts.secondsSinceEpoch })
        }
    }

    @Test("of one seed is the same each time, of another seed another")
    func seeds() throws {
        let folder = try TemporaryFolder()
        func dump(_ name: String, seed: UInt64) throws -> [String] {
            _ = try DemoCatalog(theaters: 5, movies: 80, days: 3, seed: seed, now: now).write(to: folder.path(name))
            return try Catalog(readingFrom: folder.path(name)).dump().filter {
                !$0.hasPrefix("change ") && !$0.hasPrefix("revision ")
            }
        }
        let first = try dump("first.sqlite", seed: 7)
        #expect(try dump("second.sqlite", seed: 7) == first)
        #expect(try dump("third.sqlite", seed: 8) != first)
    }

    @Test("has the size that is asked for", arguments: [(1, 5), (4, 100)])
    func sizes(theaters: Int, movies: Int) throws {
        let folder = try TemporaryFolder()
        let summary = try DemoCatalog(theaters: theaters, movies: movies, days: 2, now: now).write(
            to: folder.path("demo.sqlite"))
        #expect(summary.theaters == theaters)
        #expect(summary.movies == movies)
        #expect(summary.showtimes > 0)
    }

    @Test("does not mix with a real programme")
    func keepsOut() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writingTo: folder.path("real.sqlite"))
        let film = try SourceFile(path: "a.yaml", contents: Data("marquee: 1\nmovies: [{title: A}]".utf8))
        _ = try CatalogImport().run([film], into: catalog)
        #expect(throws: DemoError.self) { try DemoCatalog(now: now).write(to: folder.path("real.sqlite")) }
    }
}
