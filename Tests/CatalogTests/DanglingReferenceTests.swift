import Foundation
import GRDB
import GRDBSQLite
import TestSupport
import Testing

@testable import Catalog

@Suite("Rows of a catalog that name rows which are not there")
struct DanglingReferenceTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        try edit(
            """
            INSERT INTO movie (id, slug, source_key, title) VALUES (1, 'up-2009', '1', 'Up');
            INSERT INTO movie_language VALUES (1, 0, 'en');
            INSERT INTO genre VALUES (1, 'drama', 'Drama');
            INSERT INTO movie_genre VALUES (1, 0, 1);
            INSERT INTO person VALUES (1, 'ann', 'Ann');
            INSERT INTO credit VALUES (1, 'actor', 0, 1, '');
            INSERT INTO seat_layout VALUES ('a', 'A ss');
            INSERT INTO theater (id, slug, source_key, name, time_zone) VALUES (1, 'grand', '1', 'Grand', 'Europe/Paris');
            INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id) VALUES (1, 1, '1', 'One', 'a');
            INSERT INTO ticket_type VALUES (1, 'adult', 'Adult', 0);
            INSERT INTO price_category VALUES (1, 'standard', 'Standard', 0);
            INSERT INTO price_list VALUES (1, 'e', '1', 'Evening', 'EUR');
            INSERT INTO price VALUES (1, 1, 1, 1200);
            INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at) VALUES ('s', 1, 1, 1, 0, 60);
            """)
    }

    /// As most tools of SQL do it: nobody looks whether what a row names is there.
    private func edit(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: catalog.path, configuration: configuration).write { try $0.execute(sql: sql) }
    }

    private func read<Value>(_ body: (ProgrammeReader) throws -> Value) throws -> Value {
        try catalog.read(at: Date(timeIntervalSince1970: 0), body)
    }

    /// What is said after an edit: by a look at everything, and by one at what was changed.
    private func complaints(after sql: String) throws -> (whole: String, changed: String) {
        let moment = try read { try $0.moment() }
        try edit(sql)
        func complaint(_ body: (ProgrammeReader) throws -> Void) throws -> String {
            try "\(#require(throws: DanglingReferences.self, "\(sql)") { try read(body) })"
        }
        return try (
            complaint { try $0.requireReferences() }, complaint { try $0.requireReferences(since: moment) }
        )
    }

    @Test("are found whichever foreign key of the schema it is, by a look at everything and by one at what was changed")
    func everyReference() throws {
        let keys = try catalog.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT child.name AS child, "from" AS name, "table" AS parent
                    FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) WHERE child.type = 'table'
                    """)
        }
        #expect(keys.count >= 13)
        let good = try Data(contentsOf: URL(filePath: catalog.path))
        for key in keys {
            let (child, column, parent): (String, String, String) = (key["child"], key["name"], key["parent"])
            let isText = parent == "seat_layout"
            var complaints = try complaints(after: "UPDATE \(child) SET \(column) = \(isText ? "'gone'" : "99")")
            let sentence = "names \(parent) \(isText ? "'gone'" : "99") in \(column), and there is no such row"
            #expect(complaints.whole.contains(sentence) && complaints.changed == complaints.whole, "\(complaints)")
            try restore(good)
            // A change of these shows everywhere, and then everything is looked at.
            guard !["ticket_type", "price_category"].contains(parent) else { continue }
            complaints = try self.complaints(after: "DELETE FROM \(parent)")
            #expect(
                complaints.whole.contains(" in \(column), and there is no such row")
                    && complaints.changed == complaints.whole)
            try restore(good)
        }
    }

    private func restore(_ good: Data) throws {
        let path = folder.path("good.sqlite")
        try good.write(to: URL(filePath: path))
        try DatabaseQueue(path: path).backup(to: DatabaseQueue(path: catalog.path))
    }

    @Test("are named by their keys, with what the log knows of the row that is gone and with what can be done")
    func sentences() throws {
        try edit(
            "INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES ('t', 1, 1, 90, 99), ('u', 1, 1, 900, 999)"
        )
        let advice = """
            put back the rows that are missing, or change or delete those that name them; begin SQL with \
            'PRAGMA foreign_keys = ON', and it makes no such rows
            """
        #expect(
            try complaints(after: "DELETE FROM movie").whole == """
                the catalog's movie_language (movie_id 1, position 0) names movie 1 ('up-2009') in movie_id, and there is no such row
                the catalog's movie_genre (movie_id 1, position 0) names movie 1 ('up-2009') in movie_id, and there is no such row
                the catalog's credit (movie_id 1, role 'actor', position 0) names movie 1 ('up-2009') in movie_id, and there is no such row
                the catalog's showtime (id 's') and 2 more rows name movie 1 ('up-2009') in movie_id, and there is no such row
                \(advice)
                """)
    }

    @Test("are listed up to twenty")
    func many() throws {
        let rows = (2...30).map { "(\($0), 0, 1)" }.joined(separator: ", ")
        let lines = try complaints(after: "INSERT INTO movie_genre VALUES \(rows)").changed.split(separator: "\n")
        #expect(lines.count == 22)
        #expect(lines[20] == "… and 9 more missing rows")
    }

    @Test("are no more when what was missing is back, or what named it is gone")
    func mended() throws {
        let moment = try read { try $0.moment() }
        for sql in [
            "UPDATE showtime SET movie_id = 7; INSERT INTO movie (id, slug, source_key, title) VALUES (7, 'm', '7', 'M')",
            "DELETE FROM showtime; DELETE FROM movie WHERE id = 7",
            "UPDATE showtime SET price_list_id = NULL; DELETE FROM price; DELETE FROM price_list",
        ] {
            try edit(sql)
            try read { reader in
                try reader.requireReferences()
                try reader.requireReferences(since: moment)
            }
        }
    }

    /// Of the steps that SQLite counts.
    private func steps(_ body: (ProgrammeReader) throws -> Void) throws -> Int {
        let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        defer { count.deallocate() }
        count.initialize(to: 0)
        try catalog.read { database in
            sqlite3_progress_handler(
                database.sqliteConnection, 1,
                { counter in
                    counter?.assumingMemoryBound(to: Int.self).pointee += 1
                    return 0
                }, count)
        }
        try read(body)
        try catalog.read { sqlite3_progress_handler($0.sqliteConnection, 0, nil, nil) }
        return count.pointee
    }

    @Test("are looked for among what was changed without more work where the catalog is larger")
    func work() throws {
        let changes = """
            UPDATE showtime SET format = 'IMAX' WHERE id = 's'; UPDATE movie SET title = 'Upper' WHERE id = 1;
            UPDATE auditorium SET name = 'Two' WHERE id = 1; UPDATE price SET amount = 1 WHERE price_list_id = 1;
            UPDATE credit SET character = 'X' WHERE movie_id = 1; UPDATE movie_genre SET position = 1 WHERE movie_id = 1;
            """
        func work() throws -> (whole: Int, changed: Int) {
            let moment = try read { try $0.moment() }
            try edit(changes)
            _ = try steps { try $0.requireReferences() }
            return try (steps { try $0.requireReferences() }, steps { try $0.requireReferences(since: moment) })
        }
        let small = try work()
        try edit(
            """
            WITH RECURSIVE n (n) AS (VALUES (2) UNION ALL SELECT n + 1 FROM n WHERE n < 3000)
            INSERT INTO movie (id, slug, source_key, title) SELECT n, 'm' || n, n, 'M' FROM n;
            INSERT INTO movie_genre SELECT id, 0, 1 FROM movie WHERE id > 1;
            INSERT INTO credit SELECT id, 'actor', 0, 1, '' FROM movie WHERE id > 1;
            INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id) SELECT id, 1, id, id, 'a' FROM movie WHERE id > 1;
            INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
            SELECT 's' || id, id, id, 1, 0, 60 FROM movie WHERE id > 1;
            """)
        let large = try work()
        #expect(large.whole > 50 * small.whole, "\(small) \(large)")
        #expect(large.changed < 2 * small.changed, "\(small) \(large)")
    }

    private static let versions = [
        "1: movies, theaters, prices, showtimes", "2: a log of changes", "3: dates of what is added and changed",
        "4: names in one normal form", "5: a time of its own for each change of a showing",
    ]

    @Test("of an older catalog are told in the same words before anything of it is changed", arguments: versions)
    func older(version: String) throws {
        let path = folder.path("older.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: version)
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    PRAGMA foreign_keys = OFF;
                    INSERT INTO movie (id, slug, source_key, title) VALUES (1, 'up-2009', '1', 'Up');
                    INSERT INTO movie_genre VALUES (1, 0, 7);
                    INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES ('s', 1, 99, 0, 60);
                    """)
        }
        let before = try Data(contentsOf: URL(filePath: path))
        let openings: [() throws -> Catalog] = [
            { try Catalog(readingFrom: path) }, { try Catalog(writingTo: path) },
        ]
        for opening in openings {
            let error = try #require(throws: CatalogError.self) { _ = try opening() }
            #expect(
                error.description == """
                    \(path): this catalog is of an older version and cannot be brought up to date as it is; nothing was changed:
                    the catalog's movie_genre (movie_id 1, position 0) names genre 7 in genre_id, and there is no such row
                    the catalog's showtime (id 's') names auditorium 99 in auditorium_id, and there is no such row
                    put back the rows that are missing, or change or delete those that name them; begin SQL with \
                    'PRAGMA foreign_keys = ON', and it makes no such rows
                    """)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }
}
