import Catalog
import Foundation
import GRDB
import Randomness

extension SplitMix64 {
    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &self) < part }
}

/// A small catalog that somebody keeps changing with SQL, as any editor may.
struct RandomCatalog {
    let queue: DatabaseQueue
    private let begin: Int

    /// - Parameter now: showtimes are around this instant.
    init(path: String, now: Date, _ random: inout SplitMix64) throws {
        _ = try Catalog(writingTo: path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        queue = try DatabaseQueue(path: path, configuration: configuration)
        begin = Int(now.timeIntervalSince1970)
        let begin = begin
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO cinema VALUES (1, 'Corner');
                    INSERT INTO genre VALUES (1, 'drama', 'Drama'), (2, 'noir', 'Noir'), (3, 'page', 'Page');
                    INSERT INTO person VALUES (1, 'ann', 'Ann'), (2, 'bob', 'Bob'), (3, 'cid', 'Cid'), (4, 'dee', 'Dee');
                    INSERT INTO seat_layout VALUES ('a', 'A  ss'), ('b', 'A  sss');
                    INSERT INTO theater (id, slug, source_key, name, time_zone) VALUES
                        (1, 'grand', 'g', 'Grand', 'Europe/Paris'), (2, 'page', 'p', 'Page', 'America/New_York'),
                        (3, 'barge', 'b', 'Barge', 'Europe/Paris');
                    INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id) VALUES
                        (1, 1, '1', 'One', 'a'), (2, 1, '2', 'Two', 'b'), (3, 2, '1', 'One', 'a'), (4, 3, '1', 'One', 'b');
                    INSERT INTO ticket_type VALUES (1, 'adult', 'Adult', 0);
                    INSERT INTO price_category VALUES (1, 'standard', 'Standard', 0);
                    INSERT INTO price_list VALUES (1, 'e', '1', 'Evening', 'EUR'), (2, 'e', '2', 'Late', 'EUR');
                    INSERT INTO price VALUES (1, 1, 1, 1200), (2, 1, 1, 900);
                    """)
            for id in 1...7 {
                try database.execute(
                    sql: "INSERT INTO movie (id, slug, source_key, title, year) VALUES (?, ?, ?, ?, ?)",
                    arguments: [id, "film-\(id)", "\(id)", "Film \(id)", 1950 + id])
                try database.execute(
                    sql: "INSERT INTO movie_genre VALUES (?, 0, ?)", arguments: [id, 1 + id % 3])
                try database.execute(
                    sql: "INSERT INTO credit VALUES (?, 'actor', 0, ?, '')", arguments: [id, 1 + id % 4])
            }
            for number in 0..<16 {
                let starts = begin + Int.random(in: -4...60, using: &random) * 3_600
                try? Self.insertShowtime(database, "s\(number)", starts, &random)
            }
        }
    }

    private static func insertShowtime(
        _ database: Database, _ id: String, _ starts: Int, _ random: inout SplitMix64, _ verb: String = "INSERT"
    ) throws {
        try database.execute(
            sql: """
                \(verb) INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
                SELECT ?, id, ?, ?, ?, ? FROM movie ORDER BY (id * 7919 + ?) % 31 LIMIT 1
                """,
            arguments: [
                id, Int.random(in: 1...4, using: &random), random.one(of: [1, 2, nil]), starts, starts + 5_400,
                Int.random(in: 0..<31, using: &random),
            ])
    }

    /// A picture that a film may name; the first two have the same name.
    static func poster(_ number: Int) -> String { ["posters/a.svg", "more/a.svg", "posters/b.svg"][number] }

    /// One edit that an editor could make; some are rolled back, some break a rule and change nothing.
    ///
    /// - Returns: what was done.
    mutating func edit(_ step: Int, _ random: inout SplitMix64) throws -> String {
        let starts = begin + Int.random(in: -10...80, using: &random) * 3_600
        let name = "New \(step)"
        let slug = "new-\(step)"
        let some =
            "(SELECT id FROM %@ ORDER BY (rowid * 7919 + \(Int.random(in: 0..<97, using: &random))) % 31 LIMIT 1)"
        func one(of table: String) -> String { some.replacing("%@", with: table) }
        let showtime = one(of: "showtime")
        let number = Int.random(in: 1...4, using: &random)
        let statements = [
            "UPDATE showtime SET auditorium_id = \(number) WHERE id = \(showtime)",
            "UPDATE showtime SET starts_at = \(starts), ends_at = \(starts) + 7200 WHERE id = \(showtime)",
            "UPDATE showtime SET movie_id = \(one(of: "movie")) WHERE id = \(showtime)",
            "UPDATE showtime SET status = 'cancelled', captions = 1 WHERE id = \(showtime)",
            "UPDATE showtime SET id = 'moved\(step)' WHERE id = \(showtime)",
            "UPDATE showtime SET format = format WHERE id = \(showtime)",
            "DELETE FROM showtime WHERE id = \(showtime)",
            "DELETE FROM showtime WHERE movie_id = \(one(of: "movie"))",
            "INSERT OR REPLACE INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) "
                + "SELECT id, \(one(of: "movie")), \(number), \(starts), \(starts) + 600 FROM showtime WHERE id = \(showtime)",
            "UPDATE OR REPLACE showtime SET id = 's1' WHERE id = \(showtime)",
            "UPDATE movie SET title = '\(name)' WHERE id = \(one(of: "movie"))",
            "UPDATE movie SET poster = '\(Self.poster(step % 3))' WHERE id = \(one(of: "movie"))",
            "UPDATE movie SET poster = '' WHERE id = \(one(of: "movie"))",
            "UPDATE movie SET slug = '\(slug)' WHERE id = \(one(of: "movie"))",
            "UPDATE movie SET year = year + 1, synopsis = synopsis || 'x' WHERE id = \(one(of: "movie"))",
            "INSERT INTO movie (slug, source_key, title) VALUES ('\(slug)', '\(step)', '\(name)')",
            "INSERT INTO movie (slug, source_key, title) VALUES ('a\(slug)', '\(step)', '\(name)'); "
                + "INSERT INTO movie_genre VALUES (last_insert_rowid(), 0, 1)",
            "DELETE FROM movie WHERE id = \(one(of: "movie"))",
            "CREATE TEMP TABLE gone AS SELECT \(one(of: "movie")) AS id; DELETE FROM showtime WHERE movie_id IN (SELECT id "
                + "FROM gone); DELETE FROM movie WHERE id IN (SELECT id FROM gone); DROP TABLE gone",
            "INSERT OR REPLACE INTO credit VALUES (\(one(of: "movie")), 'actor', 0, \(number), 'Role \(step)')",
            "INSERT OR REPLACE INTO movie_genre VALUES (\(one(of: "movie")), 0, \(1 + number % 3))",
            "UPDATE credit SET person_id = \(number) WHERE movie_id = \(one(of: "movie"))",
            "DELETE FROM credit WHERE movie_id = \(one(of: "movie"))",
            "INSERT INTO movie_language VALUES (\(one(of: "movie")), \(step), 'fr')",
            "UPDATE person SET name = '\(name)' WHERE id = \(number)",
            "UPDATE person SET slug = '\(slug)' WHERE id = \(number)",
            "INSERT INTO person (slug, name) VALUES ('\(slug)', '\(name)')",
            "DELETE FROM person WHERE id NOT IN (SELECT person_id FROM credit)",
            "UPDATE genre SET name = '\(name)' WHERE id = \(number)",
            "UPDATE genre SET slug = '\(slug)' WHERE id = \(number)",
            "INSERT OR REPLACE INTO genre (slug, name) VALUES ('\(slug)', '\(name)')",
            "UPDATE theater SET name = '\(name)', city = 'Lyon' WHERE id = \(number)",
            "UPDATE theater SET slug = '\(slug)' WHERE id = \(number)",
            "UPDATE theater SET slug = 'page' WHERE id = \(number)",
            "UPDATE theater SET time_zone = '\(random.one(of: ["Asia/Tokyo", "Europe/Paris"]))' WHERE id = \(number)",
            "INSERT INTO theater (slug, source_key, name, time_zone) VALUES ('\(slug)', '\(step)', '\(name)', 'UTC')",
            "DELETE FROM theater WHERE id NOT IN (SELECT theater_id FROM auditorium)",
            "UPDATE auditorium SET theater_id = (SELECT id FROM theater WHERE id <> \(number) LIMIT 1) WHERE id = \(number)",
            "UPDATE auditorium SET name = '\(name)' WHERE id = \(number)",
            "INSERT OR IGNORE INTO seat_layout VALUES ('l\(step)', 'A  ss_s'); "
                + "UPDATE auditorium SET seat_layout_id = 'l\(step)' WHERE id = \(number)",
            "UPDATE seat_layout SET plan = 'A  ss' || char(10) || 'B  s' WHERE id = 'a'",
            "DELETE FROM seat_layout WHERE id NOT IN (SELECT seat_layout_id FROM auditorium)",
            "UPDATE price SET amount = amount + 50 WHERE price_list_id = 1",
            "UPDATE showtime SET price_list_id = 2 WHERE id = \(showtime)",
            "UPDATE ticket_type SET name = '\(name)'",
            "UPDATE price_category SET name = '\(name)', position = position + 1",
            "UPDATE price_list SET currency = 'SEK' WHERE id = \(number)",
            "INSERT INTO price_list (id, source_key, name, currency) VALUES (2, '2', '\(name)', 'GBP') "
                + "ON CONFLICT (id) DO UPDATE SET name = excluded.name, currency = excluded.currency",
            "INSERT INTO movie (id, slug, source_key, title) VALUES (\(number), '\(slug)', '\(step)', '\(name)') "
                + "ON CONFLICT (id) DO UPDATE SET title = excluded.title, slug = excluded.slug",
            "UPDATE price_list SET id = id + 10 WHERE id NOT IN (SELECT price_list_id FROM price)",
            "UPDATE revision SET changed_at = changed_at - \(60 * (step + 1)) WHERE subject = 'showtime' AND id = \(showtime)",
            "UPDATE revision SET changed_at = \(1_700_000_000 + step) WHERE subject = 'movie' AND id = \(one(of: "movie"))",
            "UPDATE revision SET added_at = \(1_600_000_000 + step) WHERE id = \(one(of: "movie"))",
            "UPDATE revision SET added_at = added_at - 1, changed_at = changed_at - 7 WHERE subject = 'theater'",
            "UPDATE revision SET changed_at = \(1_700_000_000 + step) WHERE subject IN ('person', 'genre')",
            "UPDATE OR REPLACE revision SET id = \(number) WHERE subject = 'movie' AND id = \(one(of: "movie"))",
            "DELETE FROM revision WHERE id = \(one(of: "movie"))",
            "DELETE FROM revision WHERE subject = 'showtime' AND id = \(showtime)",
            "INSERT OR REPLACE INTO revision (subject, id, added_at, changed_at) "
                + "SELECT 'showtime', id, \(1_700_000_000 + step), \(1_700_000_100 + step) FROM showtime WHERE id = \(showtime)",
            "INSERT OR REPLACE INTO revision (subject, id, added_at, changed_at) "
                + "SELECT subject, id, added_at - 5, changed_at FROM revision WHERE subject = 'movie'",
            "INSERT OR REPLACE INTO cinema VALUES (1, '\(name)')",
        ]
        let statement = random.chance(0.25) ? nil : random.one(of: statements)
        let isKept = !random.chance(0.08)
        let verb = random.one(of: ["INSERT", "INSERT OR REPLACE"])
        var generator = random
        defer { random = generator }
        do {
            try queue.inTransaction { database in
                if let statement {
                    try database.execute(sql: statement)
                } else {
                    try Self.insertShowtime(database, "n\(step % 40)", starts, &generator, verb)
                }
                return isKept ? .commit : .rollback
            }
            return (statement ?? "\(verb) showtime") + (isKept ? "" : " (rolled back)")
        } catch {
            return "\(statement ?? "insert showtime"): refused (\(error))"
        }
    }
}
