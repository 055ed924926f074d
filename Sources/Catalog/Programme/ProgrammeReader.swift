package import Foundation
import GRDB

/// Reads the programme piece by piece, as it is at one moment, for as long as one transaction lasts.
///
/// What many pages share (theaters, auditoriums, price lists, genres) is kept; movies and showtimes are not, so that
/// memory does not grow with the programme.
package final class ProgrammeReader {
    let database: Database
    /// Showtimes that are over by then are left out.
    package let now: Date
    /// If there is one, it is told which rows are read.
    package var trace: RowTrace?
    var genresByID: [Int64: Genre] = [:]
    var theatersByID: [Int64: Theater] = [:]
    var auditoriumsByID: [Int64: Auditorium] = [:]
    var pricesByID: [Int64: Prices] = [:]
    var layoutsByID: [String: Layout] = [:]
    var zoneOffsets: [String: ZoneOffset] = [:]

    /// - Parameter database: in a transaction that outlives the reader.
    init(_ database: Database, now: Date) {
        self.database = database
        self.now = now
    }

    /// Whose programme it is; `nil` if the catalog does not say.
    package func cinemaName() throws -> String? {
        try String.fetchOne(database, sql: "SELECT name FROM cinema")
    }

    /// - Returns: `nil` if there is none of that slug.
    package func id(of kind: Slugged, _ slug: String) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT id FROM \(kind.rawValue) WHERE slug = ?", arguments: [slug])
    }

    /// In seconds since 1970.
    var nowSeconds: Int64 { Int64(now.timeIntervalSince1970.rounded(.down)) }

    func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() { try body(row) }
    }

    func ids(_ sql: String, _ arguments: StatementArguments = []) throws -> [Int64] {
        try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }
}

/// What has a page under a name of its own, by the tables they are kept in.
package enum Slugged: String, Sendable {
    case movie, genre, person, theater
}

/// A row of the catalog that cannot be shown.
package struct CatalogContentError: Error, CustomStringConvertible {
    package let row: String
    package let reason: String

    package var description: String { "the catalog's \(row) cannot be used: \(reason)" }
}

/// A list of ids as one argument: `id IN (SELECT value FROM json_each(?))`.
func list(_ ids: some Sequence<Int64>) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
}

/// Ids of showtimes and layouts consist of letters, digits and hyphens, which JSON takes as they are.
func list(_ ids: some Sequence<String>) -> String {
    "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
}
