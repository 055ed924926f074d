import GRDB

/// A moment in the history of one catalog.
package struct CatalogMoment: Codable, Hashable, Sendable {
    package let sequence: Int64
    let tag: Int64
}

/// One entry of the catalog's log: what was changed, by the keys that tell where it is shown. A row that moved is there
/// twice, as it was and as it is.
package enum CatalogChange: Hashable, Sendable {
    /// The cinema's name, ticket types, price categories: what may be shown anywhere.
    case everything
    /// The slug is missing where a part of the thing or its dates were changed, and not its own row.
    case movie(Int64, slug: String?)
    case movieGenre(movie: Int64, genre: Int64)
    case credit(movie: Int64, person: Int64)
    case genre(Int64, slug: String?)
    case person(Int64, slug: String?)
    case theater(Int64, slug: String?)
    case auditorium(Int64, theater: Int64)
    case layout(String)
    case priceList(Int64)
    case showtime(String, movie: Int64, auditorium: Int64, startsAt: Int64)
    /// When a showtime was added and changed, as somebody has written it: where it is shown is not in the log.
    case showtimeDates(String)
}

extension ProgrammeReader {
    /// Where the catalog's history stands, in the state that this transaction sees.
    package func moment() throws -> CatalogMoment {
        let row = try Row.fetchOne(database, sql: "SELECT seq, tag FROM change ORDER BY seq DESC LIMIT 1")
        return row.map { CatalogMoment(sequence: $0[0], tag: $0[1]) } ?? CatalogMoment(sequence: 0, tag: 0)
    }

    /// What was changed since `moment`, in order.
    ///
    /// - Returns: `nil` if the log does not know that moment: it is too long ago, or another catalog's; and if more
    ///   than `limit` things were changed.
    package func changes(since moment: CatalogMoment, limit: Int) throws -> [CatalogChange]? {
        let isKnown = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE seq = ? AND tag = ?)",
            arguments: [moment.sequence, moment.tag])
        guard isKnown == true else { return nil }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT subject, id, slug, movie_id, theater_id, auditorium_id, starts_at
                FROM change WHERE seq > ? LIMIT ?
                """,
            arguments: [moment.sequence, limit + 1])
        return rows.count > limit ? nil : rows.map(CatalogChange.init)
    }
}

extension CatalogChange {
    /// What a newer version of the log may speak of and this one does not know could be shown anywhere.
    fileprivate init(row: Row) {
        let subject: String = row["subject"]
        switch subject {
        case "movie": self = .movie(row["id"], slug: row["slug"])
        case "movie_genre": self = .movieGenre(movie: row["movie_id"], genre: row["id"])
        case "credit": self = .credit(movie: row["movie_id"], person: row["id"])
        case "genre": self = .genre(row["id"], slug: row["slug"])
        case "person": self = .person(row["id"], slug: row["slug"])
        case "theater": self = .theater(row["id"], slug: row["slug"])
        case "auditorium": self = .auditorium(row["id"], theater: row["theater_id"])
        case "seat_layout": self = .layout(row["id"])
        case "price_list": self = .priceList(row["id"])
        case "showtime":
            self = .showtime(
                row["id"], movie: row["movie_id"], auditorium: row["auditorium_id"], startsAt: row["starts_at"])
        default: self = CatalogChange(ofDates: subject, row["id"]) ?? .everything
        }
    }

    /// - Parameters:
    ///   - subject: such as `movie_revision`.
    ///   - id: as somebody has written it, of whatever type.
    /// - Returns: `nil` if it is about no dates, or about those of what has none.
    private init?(ofDates subject: String, _ id: DatabaseValue) {
        guard subject.hasSuffix(RevisionLogSchema.suffix) else { return nil }
        let thing = RevisionSchema.Thing(rawValue: String(subject.dropLast(RevisionLogSchema.suffix.count)))
        switch (thing, id.storage) {
        case (.movie, .int64(let id)): self = .movie(id, slug: nil)
        case (.theater, .int64(let id)): self = .theater(id, slug: nil)
        case (.genre, .int64(let id)): self = .genre(id, slug: nil)
        case (.person, .int64(let id)): self = .person(id, slug: nil)
        case (.showtime, .string(let id)): self = .showtimeDates(id)
        default: return nil
        }
    }
}
