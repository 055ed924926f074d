import Catalog
import Cinema
import GRDB

/// Writes what files say into the catalog, within one transaction of the caller.
struct CatalogWriter {
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
                try execute("INSERT OR REPLACE INTO cinema (id, name) VALUES (1, ?)", [name])
            }
            try writePrices(records)
            try requireDistinctKeys(records.theaters.map { ($0.key, $0.position) }, "theaters", records.log)
            try each(records.theaters, "theaters") { try write($0, source: records.source) }
            try requireDistinctKeys(records.movies.map { ($0.key, $0.position) }, "movies", records.log)
            try each(records.movies, "movies") { try write($0, source: records.source) }
        }
        return try files.reduce(0) { try $0 + writeShowtimes($1) }
    }

    func each<Record>(_ records: [Record], _ what: String, _ body: (Record) throws -> Void) rethrows {
        for (index, record) in records.enumerated() {
            try body(record)
            progress(ImportProgress(what: what, done: index + 1, total: records.count))
        }
    }

    /// The id of the row that was written, be it new or an old one brought up to date.
    func upsert(
        into table: String, key: [String], _ columns: [(name: String, value: (any DatabaseValueConvertible)?)],
        keeping kept: Set<String> = []
    ) throws -> Int64 {
        let names = columns.map(\.name)
        let updates = names.filter { !key.contains($0) && !kept.contains($0) }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO \(table) (\(names.joined(separator: ", ")))
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET
                \(updates.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")) RETURNING id
                """)
        return try Int64.fetchOne(statement, arguments: StatementArguments(columns.map(\.value))) ?? 0
    }

    func execute(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    func fetchID(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws -> Int64? {
        try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    private func requireDistinctKeys(
        _ keys: [(key: String, position: Position)], _ what: String, _ log: ProblemLog
    )
        throws
    {
        var seen: [String: Position] = [:]
        for (key, position) in keys {
            if let first = seen.updateValue(position, forKey: key) {
                log.note(
                    "two \(what) are '\(key)', the first on line \(first.line); give one of them another 'id'",
                    at: position)
            }
        }
        try log.throwIfAny()
    }
}

/// How far an import has come.
package struct ImportProgress: Sendable {
    package let what: String
    package let done: Int
    package let total: Int
}
