import GRDB

/// The second version of the catalog keeps a log of its own changes, written by triggers, so that it does not matter
/// who changes it: an import, an editor, or somebody with the `sqlite3` shell.
///
/// The log is read by ``CatalogChange``. It is short: a build that comes too late for it renders everything.
enum ChangeLogSchema {
    static func create(in database: Database) throws {
        try database.execute(sql: table)
        for logged in tables {
            try database.execute(sql: logged.triggers)
        }
        try database.execute(sql: "INSERT INTO change (subject) VALUES ('everything')")
    }

    /// How many changes are kept at least.
    private static let length = 65_536

    private static let table = """
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            -- Tells this history from another that came as far, such as that of a backup that was restored.
            tag INTEGER NOT NULL DEFAULT (random()),
            subject TEXT NOT NULL,
            id ANY,
            slug TEXT,
            movie_id INTEGER,
            theater_id INTEGER,
            auditorium_id INTEGER,
            starts_at INTEGER
        ) STRICT;
        CREATE TRIGGER change_forgotten AFTER INSERT ON change WHEN NEW.seq % 4096 = 0 BEGIN
            DELETE FROM change WHERE seq <= NEW.seq - \(length);
        END;
        CREATE INDEX showtime_by_start ON showtime (starts_at, ends_at);
        """

    /// All tables whose rows the site can show.
    static let tables = [
        LoggedTable("cinema", as: "everything", unique: ["id"]),
        LoggedTable("ticket_type", as: "everything", unique: ["id", "code"]),
        LoggedTable("price_category", as: "everything", unique: ["id", "code"]),
        LoggedTable(
            "movie", as: "movie", ["id": "id", "slug": "slug"], unique: ["id", "slug", "source, source_key"]),
        LoggedTable("movie_language", as: "movie", ["id": "movie_id"], unique: ["movie_id, position"]),
        LoggedTable(
            "movie_genre", as: "movie_genre", ["id": "genre_id", "movie_id": "movie_id"],
            unique: ["movie_id, position"]),
        LoggedTable(
            "credit", as: "credit", ["id": "person_id", "movie_id": "movie_id"],
            unique: ["movie_id, role, position"]),
        LoggedTable("genre", as: "genre", ["id": "id", "slug": "slug"], unique: ["id", "slug", "name"]),
        LoggedTable("person", as: "person", ["id": "id", "slug": "slug"], unique: ["id", "slug", "name"]),
        LoggedTable(
            "theater", as: "theater", ["id": "id", "slug": "slug"], unique: ["id", "slug", "source, source_key"]),
        LoggedTable(
            "auditorium", as: "auditorium", ["id": "id", "theater_id": "theater_id"],
            unique: ["id", "theater_id, source_key"]),
        LoggedTable("seat_layout", as: "seat_layout", ["id": "id"], unique: ["id"]),
        LoggedTable("price_list", as: "price_list", ["id": "id"], unique: ["id", "source, source_key"]),
        LoggedTable(
            "price", as: "price_list", ["id": "price_list_id"],
            unique: ["price_list_id, ticket_type_id, price_category_id"]),
        LoggedTable(
            "showtime", as: "showtime",
            ["id": "id", "movie_id": "movie_id", "auditorium_id": "auditorium_id", "starts_at": "starts_at"],
            unique: ["id"]),
    ]
}

/// A table whose changes are logged.
struct LoggedTable {
    let name: String
    let subject: String
    /// Columns of the log and what they are taken from.
    let columns: [(log: String, table: String)]
    /// The first is the primary key.
    private let uniqueKeys: [[String]]

    init(_ name: String, as subject: String, _ columns: KeyValuePairs<String, String> = [:], unique: [String]) {
        self.name = name
        self.subject = subject
        self.columns = columns.map { ($0, $1) }
        uniqueKeys = unique.map { $0.split(separator: ", ").map(String.init) }
    }

    /// An update logs the row as it was too if that told something else: a showtime moves between two movies.
    ///
    /// `INSERT OR REPLACE` and `UPDATE OR REPLACE` fire no trigger for the rows that they drive out, so the rows that
    /// the new one will be in conflict with are logged before it comes.
    var triggers: String {
        """
        CREATE TRIGGER \(name)_inserted AFTER INSERT ON \(name) BEGIN
            \(log("NEW"));
        END;
        CREATE TRIGGER \(name)_deleted AFTER DELETE ON \(name) BEGIN
            \(log("OLD"));
        END;
        CREATE TRIGGER \(name)_updated AFTER UPDATE ON \(name) BEGIN
            \(log("OLD")) WHERE \(columns.isEmpty ? "0" : "(\(values("OLD"))) IS NOT (\(values("NEW")))");
            \(log("NEW"));
        END;
        CREATE TRIGGER \(name)_replaced_by_insert BEFORE INSERT ON \(name) BEGIN
            \(log(name)) FROM \(name) WHERE \(conflicts);
        END;
        CREATE TRIGGER \(name)_replaced_by_update BEFORE UPDATE ON \(name) BEGIN
            \(log(name)) FROM \(name) WHERE (\(conflicts)) AND NOT (\(isOld));
        END;
        """
    }

    private func log(_ row: String) -> String {
        let logged = ["subject"] + columns.map(\.log)
        let values = ["'\(subject)'"] + columns.map { "\(row).\($0.table)" }
        return "INSERT INTO change (\(logged.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))"
    }

    private func values(_ row: String) -> String {
        columns.map { "\(row).\($0.table)" }.joined(separator: ", ")
    }

    private var conflicts: String {
        uniqueKeys.map { key in "(" + key.map { "\(name).\($0) = NEW.\($0)" }.joined(separator: " AND ") + ")" }
            .joined(separator: " OR ")
    }

    private var isOld: String {
        uniqueKeys[0].map { "\(name).\($0) = OLD.\($0)" }.joined(separator: " AND ")
    }
}
