import Cinema
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite("A catalog from before names had one normal form")
final class KeySchemaTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).sqlite")
        .path

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A catalog of version 3 as an import from a file system with the other normal form had written it.
    private func write(_ more: String = "") throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "3: dates of what is added and changed")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO slug VALUES ('movie', 'amelie-2001', 'programme', 'Ame\u{301}lie (2001)');
                    INSERT INTO movie (id, slug, source, source_key, title)
                    VALUES (1, 'amelie-2001', 'programme', 'Ame\u{301}lie (2001)', 'Ame\u{301}lie');
                    INSERT INTO theater (id, slug, source_key, name, time_zone)
                    VALUES (1, 'rex', 'Rex E\u{301}', 'Rex', 'Europe/Paris');
                    INSERT INTO seat_layout (id, plan) VALUES ('room', 'A\u{30A} ss\n\u{212A} ss');
                    INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id)
                    VALUES (1, 1, 'e\u{301}', 'e\u{301}', 'room');
                    INSERT INTO ticket_type (id, code, name) VALUES (1, 'E\u{301}te\u{301}', 'Summer');
                    INSERT INTO price_category (id, code, name) VALUES (1, 'standard', 'Standard');
                    INSERT INTO price_list (id, source_key, name, currency) VALUES (1, 'p', 'Prices', 'EUR');
                    INSERT INTO price VALUES (1, 1, 1, 800);
                    INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
                    VALUES ('show1', 1, 1, 1, 1800000000, 1800007200);
                    \(more)
                    """)
        }
    }

    @Test("is brought to it: names are found by their bytes, and showtimes keep all they had")
    func migrated() async throws {
        try write()
        let catalog = try Catalog(readingFrom: path)
        let offer = try #require(try await catalog.offer(showtime: "show1"))
        #expect(
            offer.layout.seats.map { Array($0.label.text.utf8) } == ["Å1", "Å2", "K1", "K2"].map { Array($0.utf8) })
        #expect(offer.priceList.price(ticketType: "Été", priceCategory: "standard")?.amount == 800)
        let found = try await catalog.read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM movie JOIN slug USING (slug)
                    WHERE movie.source_key = 'Amélie (2001)' AND slug.source_key = movie.source_key AND title = 'Amélie'
                    """)
        }
        #expect(found == 1)
    }

    @Test("that has two names in two spellings is told so, and left as it is")
    func twins() throws {
        try write(
            """
            INSERT INTO movie (slug, source, source_key, title) VALUES ('amelie', 'programme', 'Amélie (2001)', 'Amélie');
            """)
        let before = FileManager.default.contents(atPath: path)
        let error = #expect(throws: CatalogError.self) { try Catalog(readingFrom: path) }
        #expect(error == .twoSpellings(path: path, what: "a film 'Amélie (2001)'"))
        #expect(FileManager.default.contents(atPath: path) == before)
        _ = try CatalogError.twoSpellings(path: path, what: "a film 'x'").description
    }

    @Test("takes hyphens in showtimes from then on, and logs and guards them as before")
    func showtimes() throws {
        try write()
        let catalog = try Catalog(writingTo: path)
        func insert(_ id: String, at start: Int = 1_900_000_000) throws {
            try catalog.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
                        VALUES (?, 1, 1, 1, ?, ?)
                        """, arguments: [id, start, start + 7200])
            }
        }
        try insert("the-opening")
        #expect(throws: DatabaseError.self) { try insert("other", at: 1_900_000_100) }
        for id in ["Opening", "2026-12-13", "page", "", "-a", "é", String(repeating: "a", count: 256)] {
            #expect(throws: DatabaseError.self, "\(id)") { try insert(id, at: 2_000_000_000) }
        }
        let logged = try catalog.read { database in
            try String.fetchOne(database, sql: "SELECT id FROM change WHERE subject = 'showtime' ORDER BY seq DESC")
        }
        #expect(logged == "the-opening")
        let schema = try catalog.read { database in
            try String.fetchAll(
                database, sql: "SELECT type || ' ' || name FROM sqlite_schema WHERE tbl_name = 'showtime' ORDER BY 1")
        }
        #expect(
            schema.filter { $0.hasPrefix("trigger") }.count == 7 && schema.filter { $0.hasPrefix("index") }.count == 5)
    }

    @Test("sells nothing that a ticket cannot carry, whoever has written it, and says why")
    func unsellable() async throws {
        try write()
        let catalog = try Catalog(writingTo: path)
        for code in ["a\u{200D}b", "a\nb", ""] where !code.isEmpty {
            try catalog.write { try $0.execute(sql: "UPDATE ticket_type SET code = ?", arguments: [code]) }
            await #expect(throws: UnsellableShowtime.self) { try await catalog.offer(showtime: "show1") }
        }
        #expect(throws: DatabaseError.self) {
            try catalog.write {
                try $0.execute(sql: "UPDATE ticket_type SET code = ?", arguments: [String(repeating: "é", count: 128)])
            }
        }
        try catalog.write {
            try $0.execute(sql: "UPDATE ticket_type SET code = 'E\u{301}'; UPDATE seat_layout SET plan = 'A\u{200D} s'")
        }
        let error = await #expect(throws: UnsellableShowtime.self) { try await catalog.offer(showtime: "show1") }
        #expect(error?.description.contains("showtime 'show1' cannot be sold, the plan of its room, line 1") == true)
        try catalog.write { try $0.execute(sql: "UPDATE seat_layout SET plan = 'A\u{30A} s'") }
        let offer = try #require(try await catalog.offer(showtime: "show1"))
        #expect(offer.priceList.price(ticketType: "É", priceCategory: "standard")?.amount == 800)
    }

    @Test(
        "gives the showtimes of a document to one source, whichever normal form its name had, also where an import came later"
    )
    func sources() throws {
        try write()
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "5: a time of its own for each change of a showing")
        try queue.write { database in
            for (id, source, start) in [("a", "fe\u{301}vrier", 1), ("b", "f\u{E9}vrier", 2), ("c", "mars", 3)] {
                try database.execute(
                    sql: """
                        INSERT INTO showtime (id, source, movie_id, auditorium_id, starts_at, ends_at)
                        VALUES (?, ?, 1, 1, ?, ?)
                        """, arguments: [id, source, start * 10_000, start * 10_000 + 60])
            }
        }
        let sources = try Catalog(readingFrom: path).read {
            try Data.fetchAll($0, sql: "SELECT CAST(source AS BLOB) FROM showtime WHERE id <> 'show1' ORDER BY id")
        }
        #expect(sources == ["f\u{E9}vrier", "f\u{E9}vrier", "mars"].map { Data($0.utf8) })
    }

    @Test(
        "sells and shows nothing in a currency that is none, and says which price list has it",
        arguments: ["ZZZ", "XXX", "XTS"])
    func currency(code: String) async throws {
        try write()
        let catalog = try Catalog(writingTo: path)
        try catalog.write { try $0.execute(sql: "UPDATE price_list SET currency = ?", arguments: [code]) }
        let said = "'\(code)' is the code of no currency (ISO 4217); write one such as EUR"
        let error = await #expect(throws: UnsellableShowtime.self) { try await catalog.offer(showtime: "show1") }
        #expect(
            error?.description
                == "showtime 'show1' cannot be sold, the catalog's price_list 1 cannot be used: \(said); mend it in the catalog"
        )
        let shown = #expect(throws: CatalogContentError.self) {
            try catalog.read(at: Date(timeIntervalSince1970: 0)) { _ = try $0.showtimes(["show1"]) }
        }
        #expect(shown?.description == "the catalog's price_list 1 cannot be used: \(said)")
    }
}
