import GRDB

/// The third version of the catalog keeps two dates for each thing that has a page: when it was added, and when it was
/// last changed. They come from the log of changes, so that it does not matter here either who changes what.
///
/// The dates are read by ``Revision``. They say nothing that a page shows, and are no changes themselves.
enum RevisionSchema {
    static func create(in database: Database) throws {
        try database.execute(sql: table)
        for thing in Thing.allCases {
            // Nobody knows when the rows of an older catalog came; from now on they are known.
            try database.execute(
                sql: """
                    INSERT INTO revision (subject, id, added_at, changed_at)
                    SELECT '\(thing.rawValue)', id, unixepoch(), unixepoch() FROM \(thing.rawValue)
                    """)
        }
        try database.execute(sql: trigger(changedAt: "excluded.changed_at"))
    }

    /// In the fourth version no two changes of one showing have the same second, however fast they follow each other:
    /// calendars take for new what has a newer date and a higher number.
    static func tellShowtimeChangesApart(in database: Database) throws {
        try database.execute(sql: "DROP TRIGGER change_dated")
        try database.execute(sql: trigger(changedAt: laterForShowtimes))
    }

    /// In the sixth version each date has the entry of the log that it comes from, so that ``RevisionLogSchema`` can tell
    /// dates that somebody writes from those that come by themselves.
    static func nameEntries(in database: Database) throws {
        try database.execute(sql: "DROP TRIGGER change_dated")
        try database.execute(sql: trigger(changedAt: laterForShowtimes, entry: "NEW.seq"))
    }

    private static let laterForShowtimes = """
        CASE revision.subject WHEN 'showtime' THEN max(excluded.changed_at, revision.changed_at + 1)
        ELSE excluded.changed_at END
        """

    private static let table = """
        CREATE TABLE revision (
            subject TEXT NOT NULL CHECK (subject <> ''),
            id ANY NOT NULL,
            added_at INTEGER NOT NULL, -- seconds since 1970-01-01T00:00:00Z
            changed_at INTEGER NOT NULL,
            PRIMARY KEY (subject, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX revision_of_new_movies ON revision (added_at, id) WHERE subject = 'movie';
        """

    /// What has dates, by the table that it is kept in.
    enum Thing: String, CaseIterable {
        case movie, theater, showtime, genre, person

        /// What else in the log is a change of it, with the log's column that has its id.
        var parts: KeyValuePairs<String, String> {
            switch self {
            case .movie: ["movie_genre": "movie_id", "credit": "movie_id"]
            case .theater: ["auditorium": "theater_id"]
            case .showtime, .genre, .person: [:]
            }
        }
    }

    /// The log tells of a row that was deleted as of any other, so it is looked whether the thing is still there.
    ///
    /// - Parameters:
    ///   - changedAt: the time of a change of something that has a row already.
    ///   - entry: the number of the log's entry, where rows have one.
    private static func trigger(changedAt: String, entry: String? = nil) -> String {
        let things = Thing.allCases
        let parts = things.flatMap { thing in thing.parts.map { (thing: thing.rawValue, part: $0, id: $1) } }
        let subjects = things.map(\.rawValue) + parts.map(\.part)
        func choice(_ parts: [(String, String)], otherwise: String) -> String {
            "CASE NEW.subject \(parts.map { "WHEN '\($0)' THEN \($1)" }.joined(separator: " ")) ELSE \(otherwise) END"
        }
        let subject = choice(parts.map { ($0.part, "'\($0.thing)'") }, otherwise: "NEW.subject")
        let id = choice(parts.map { ($0.part, "NEW.\($0.id)") }, otherwise: "NEW.id")
        let isThere = choice(
            things.map { ($0.rawValue, "EXISTS (SELECT 1 FROM \($0.rawValue) WHERE id = NEW.id)") }
                + parts.map { ($0.part, "EXISTS (SELECT 1 FROM \($0.thing) WHERE id = NEW.\($0.id))") },
            otherwise: "1")
        return """
            CREATE TRIGGER change_dated AFTER INSERT ON change
            WHEN NEW.subject IN (\(subjects.map { "'\($0)'" }.joined(separator: ", "))) BEGIN
                INSERT INTO revision (subject, id, added_at, changed_at\(entry == nil ? "" : ", entry"))
                SELECT \(subject), \(id), unixepoch(), unixepoch()\(entry.map { ", \($0)" } ?? "") WHERE true
                ON CONFLICT (subject, id) DO UPDATE SET changed_at = \(changedAt)\(entry == nil ? "" : ", entry = excluded.entry");
                DELETE FROM revision WHERE subject = \(subject) AND id = \(id) AND NOT \(isThere);
            END;
            """
    }
}
