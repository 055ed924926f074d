import Cinema
import GRDB
import SQLiteSupport

/// The fourth version of the catalog has all names by which things are known in the normal form of Unicode, and none that
/// a ticket or an address cannot carry.
///
/// SQLite knows no normal forms, so who writes with SQL may write others; what reads for a sale brings them to theirs.
enum KeySchema {
    /// - Throws: ``TwoSpellings``; the catalog is as it was then.
    static func create(in database: Database) throws {
        database.add(function: .normalForm)
        database.add(function: .text("as_key", \.asKey))
        for name in names {
            try name.respell(database)
        }
        try allowHyphens(database)
        for limit in limits {
            try database.execute(sql: limit.triggers)
        }
    }

    /// Imports of older versions have named showtimes after files as a file system had their names. Two spellings of one name
    /// are one document, and from the seventh version on its showtimes have one owner.
    static func respellDocuments(in database: Database) throws {
        database.add(function: .normalForm)
        try document.respell(database)
    }

    private static let document = RespelledName("showtime", "source")

    private static let names = [
        RespelledName(
            "slug", "source_key", by: "as_key", within: ["kind", "source"], as: "a film, a theater or a person"),
        RespelledName("movie", "source_key", by: "as_key", within: ["source"], as: "a film"),
        RespelledName("theater", "source_key", by: "as_key", within: ["source"], as: "a theater"),
        RespelledName("auditorium", "source_key", by: "as_key", within: ["theater_id"], as: "an auditorium"),
        RespelledName("price_list", "source_key", by: "as_key", within: ["source"], as: "a price list"),
        RespelledName("genre", "name", as: "a genre"),
        RespelledName("person", "name", as: "a person"),
        RespelledName("ticket_type", "code", as: "a ticket type"),
        RespelledName("price_category", "code", as: "a price category"),
        RespelledName("movie", "title"), RespelledName("theater", "name"), RespelledName("auditorium", "name"),
        RespelledName("seat_layout", "plan"), document,
    ]

    private static let limits = [
        KeyLimit(table: "ticket_type", column: "code", what: "the code of a ticket type"),
        KeyLimit(table: "price_category", column: "code", what: "the code of a price category"),
    ]

    /// A rule of a table's column changes only with the table: it is made anew, with all that hangs on it.
    private static func allowHyphens(_ database: Database) throws {
        let attached = try String.fetchAll(
            database,
            sql: """
                SELECT sql FROM sqlite_schema
                WHERE tbl_name = 'showtime' AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid
                """)
        // Triggers of other tables tell of this one, and are to be left as they are.
        try database.execute(sql: "PRAGMA legacy_alter_table = ON")
        try database.execute(
            sql: """
                ALTER TABLE showtime RENAME TO showtime_before;
                \(Schema.showtimeTable);
                INSERT INTO showtime SELECT * FROM showtime_before;
                DROP TABLE showtime_before;
                """)
        for sql in attached {
            try database.execute(sql: sql)
        }
        try database.execute(sql: "PRAGMA legacy_alter_table = OFF")
    }
}

/// Two rows whose names are one.
struct TwoSpellings: Error {
    /// What the rows are, and their name.
    let what: String
}

/// A column of names.
private struct RespelledName {
    private let table: String
    private let column: String
    private let form: String
    private let scope: [String]
    private let thing: String?

    /// - Parameter thing: what the name tells from others of the same `scope`; `nil` if names may repeat.
    init(
        _ table: String, _ column: String, by form: String = "normal_form", within scope: [String] = [],
        as thing: String? = nil
    ) {
        self.table = table
        self.column = column
        self.form = form
        self.scope = scope
        self.thing = thing
    }

    func respell(_ database: Database) throws {
        let form = "\(form)(\(column))"
        guard
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) <> \(form))")
                == true
        else { return }
        if let thing {
            let twin = try String.fetchOne(
                database,
                sql: """
                    SELECT \(form) FROM \(table) GROUP BY \((scope + [form]).joined(separator: ", ")) HAVING count(*) > 1
                    """)
            if let twin { throw TwoSpellings(what: "\(thing) '\(twin)'") }
        }
        try database.execute(sql: "UPDATE \(table) SET \(column) = \(form) WHERE \(column) <> \(form)")
    }
}

/// A column whose texts tickets carry.
private struct KeyLimit {
    let table: String
    let column: String
    let what: String

    var triggers: String {
        let rule = "WHEN length(CAST(NEW.\(column) AS BLOB)) > 255"
        let refusal = "SELECT RAISE(ABORT, '\(what) may have 255 bytes: a ticket carries no more');"
        return """
            CREATE TRIGGER \(table)_limit_on_insert BEFORE INSERT ON \(table) \(rule) BEGIN \(refusal) END;
            CREATE TRIGGER \(table)_limit_on_update BEFORE UPDATE OF \(column) ON \(table) \(rule) BEGIN \(refusal) END;
            """
    }
}
