import Foundation
import GRDB

/// A column of the catalog into which an editor can write what they like.
struct FreeTextField: Hashable, CustomStringConvertible {
    let table: String
    let column: String
    /// Tells the rows of the table apart.
    let key: String

    var description: String { "\(table).\(column)" }

    /// Text columns that are not free: the schema says what may stand in them, or they are names for programs, of which
    /// nothing is shown. Every other one is free, a new one too.
    private static let bound: Set<String> = [
        // An address of the site: letters, digits and hyphens.
        "movie.slug", "genre.slug", "person.slug", "theater.slug", "seat_layout.id", "auditorium.seat_layout_id",
        "showtime.id",
        // Days, codes and words of a list.
        "movie.release_date", "price_list.currency", "credit.role", "showtime.status",
        // Another text is no time zone, and no plan.
        "theater.time_zone", "seat_layout.plan",
        // Where a row comes from.
        "movie.source", "movie.source_key", "theater.source", "theater.source_key", "auditorium.source_key",
        "price_list.source", "price_list.source_key", "showtime.source",
    ]

    /// Columns of which only a part of all texts makes sense: those have a test of their own.
    static let addresses: Set<String> = ["movie.poster", "movie.trailer", "theater.website"]

    private static let internalTables: Set<String> = ["change", "revision", "slug", "grdb_migrations"]

    static func all(_ database: Database) throws -> [FreeTextField] {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
        return try tables.filter { !internalTables.contains($0) }.flatMap { table in
            let columns = try database.columns(in: table)
            let key = columns.contains { $0.name == "id" && $0.type == "INTEGER" } ? "id" : "'0'"
            return columns.filter { $0.type == "TEXT" && !bound.contains("\(table).\($0.name)") }
                .map { FreeTextField(table: table, column: $0.name, key: key) }
        }
    }

    /// What the text that is put into this field ends with, besides the number of its row.
    func mark(_ number: Int) -> String { " mark\(number)of" }

    /// Writes a text into the field of every row. The end tells which field it came from, and keeps names unique.
    func write(_ text: String, number: Int, _ database: Database) throws {
        let hexadecimal = text.utf8.map { String(format: "%02x", $0) }.joined()
        try database.execute(
            sql: "UPDATE \(table) SET \(column) = CAST(x'\(hexadecimal)' AS TEXT) || '\(mark(number))' || \(key)")
    }
}
