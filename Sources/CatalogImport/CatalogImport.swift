package import Catalog
import GRDB

/// Brings files into a catalog: all of them, or, if anything is wrong in any, nothing.
package struct CatalogImport {
    /// How many things of each kind the files described.
    package struct Summary: Sendable {
        package var movies = 0
        package var theaters = 0
        package var showtimes = 0
        /// Showtimes that a file once had and has no more.
        package var removedShowtimes = 0
        package var newMovies = 0
        package var newTheaters = 0
    }

    private let mapping: Mapping?
    private let progress: (ImportProgress) -> Void

    /// - Parameter mapping: reads the files as tables; without one, they are catalog documents.
    package init(mapping: Mapping? = nil, progress: @escaping (ImportProgress) -> Void = { _ in }) {
        self.mapping = mapping
        self.progress = progress
    }

    /// - Throws: ``ImportFailure`` with what is wrong in the files, and where.
    package func run(_ files: [SourceFile], into catalog: Catalog) throws -> Summary {
        let records = try read(files)
        return try catalog.write { database in
            let before = try Counts(database)
            let removed = try CatalogWriter(database, progress: progress).write(records)
            let after = try Counts(database)
            let showtimes = records.reduce(0) { $0 + ($1.showtimes ?? []).reduce(0) { $0 + $1.starts.count } }
            return Summary(
                movies: records.reduce(0) { $0 + $1.movies.count },
                theaters: records.reduce(0) { $0 + $1.theaters.count },
                showtimes: showtimes,
                removedShowtimes: removed,
                newMovies: after.movies - before.movies,
                newTheaters: after.theaters - before.theaters)
        }
    }

    private func read(_ files: [SourceFile]) throws -> [CatalogRecords] {
        var failure = ImportFailure(problems: [])
        let records = try files.compactMap { file in
            do {
                return if let mapping {
                    try CatalogRecords(table: file, mapping: mapping)
                } else {
                    try CatalogRecords(document: file)
                }
            } catch let problems as ImportFailure {
                failure.add(problems)
                return nil
            }
        }
        if !failure.problems.isEmpty { throw failure }
        if let mapping, records.allSatisfy({ $0.movies.isEmpty && $0.theaters.isEmpty }) {
            throw ImportFailure(
                file: mapping.file, "no row of the tables is what 'where' asks for",
                at: mapping.conditions.first?.column.position ?? .start)
        }
        return records
    }
}

private struct Counts {
    let movies: Int
    let theaters: Int

    init(_ database: Database) throws {
        movies = try Int.fetchOne(database, sql: "SELECT count(*) FROM movie") ?? 0
        theaters = try Int.fetchOne(database, sql: "SELECT count(*) FROM theater") ?? 0
    }
}
