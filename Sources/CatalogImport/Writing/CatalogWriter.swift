import Catalog
import Cinema
import GRDB

/// Writes what files say into the catalog, within one transaction of the caller.
struct CatalogWriter {
    typealias Column = (name: String, value: (any DatabaseValueConvertible)?)

    let database: Database
    let slugs: SlugRegistry
    private let progress: (ImportProgress) -> Void

    init(_ database: Database, progress: @escaping (ImportProgress) -> Void) throws {
        self.database = database
        self.progress = progress
        slugs = try SlugRegistry(database)
    }

    /// Showtimes come last: they may name what any of the files describes.
    ///
    /// - Returns: how many showtimes were taken out, because their file has them no more.
    /// - Throws: ``ImportFailure``, with the problems that only the catalog could show.
    func write(_ files: [CatalogRecords]) throws -> Int {
        for records in files {
            if let name = records.name {
                _ = try upsert(into: "cinema", key: ["id"], [("id", 1), ("name", name)])
            }
            try writePrices(records)
            records.log.requireDistinct(records.theaters.map { ($0.key, $0.position) }, "theaters")
            try records.log.throwIfAny()
            try each(records.theaters, "theaters") { try write($0, source: records.source) }
            records.log.requireDistinct(records.movies.map { ($0.key, $0.position) }, "movies")
            try records.log.throwIfAny()
            try each(records.movies, "movies") { try write($0, source: records.source) }
        }
        return try writeShowtimes(of: files)
    }

    func each<Record>(_ records: [Record], _ what: String, _ body: (Record) throws -> Void) rethrows {
        for (index, record) in records.enumerated() {
            try body(record)
            progress(ImportProgress(what: what, done: index + 1, total: records.count))
        }
    }

    /// Brings a row up to date, or adds it. A row that is up to date is not written, so that whoever watches the catalog
    /// is not told of changes that are none.
    ///
    /// - Returns: the row's id.
    func upsert(
        into table: String, key: [String], _ columns: [Column],
        keeping kept: Set<String> = []
    ) throws -> Int64 {
        let names = columns.map(\.name)
        let updates = names.filter { !key.contains($0) && !kept.contains($0) }
        let compared = columns.filter { !kept.contains($0.name) }
        if let id = try fetchID("SELECT id FROM \(table) WHERE \(conditions(compared))", compared.map(\.value)) {
            return id
        }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO \(table) (\(names.joined(separator: ", ")))
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET
                \(updates.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")) RETURNING id
                """)
        return try Int64.fetchOne(statement, arguments: StatementArguments(columns.map(\.value))) ?? 0
    }

    func exists(in table: String, _ columns: [Column]) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(conditions(columns)))"),
            arguments: StatementArguments(columns.map(\.value))) ?? false
    }

    private func conditions(_ columns: [Column]) -> String {
        columns.map { "\($0.name) IS ?" }.joined(separator: " AND ")
    }

    /// Makes these rows the only ones of their owner; if they are already, nothing is written.
    ///
    /// - Parameter rows: each with all columns of the table, the owner's id first.
    func replaceRows(
        of table: String, where owner: String, is id: Int64, with rows: [[(any DatabaseValueConvertible)?]]
    ) throws {
        let old = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(owner) = ?"), arguments: [id])
        let rows = rows.map { $0.map { $0?.databaseValue ?? .null } }
        guard Set(old.map { Array($0.databaseValues) }) != Set(rows) else { return }
        if !old.isEmpty { try execute("DELETE FROM \(table) WHERE \(owner) = ?", [id]) }
        for row in rows {
            try execute("INSERT INTO \(table) VALUES (\(row.map { _ in "?" }.joined(separator: ", ")))", row)
        }
    }

    func execute(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    func fetchID(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws -> Int64? {
        try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }
}

/// How far an import has come.
package struct ImportProgress: Sendable {
    package let what: String
    package let done: Int
    package let total: Int
}
