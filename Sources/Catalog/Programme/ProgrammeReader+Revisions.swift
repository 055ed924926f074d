import GRDB

/// When something came into the catalog, and when it was last changed there: a movie with its credits, languages and
/// genres, a theater with its auditoriums, a showtime, a genre, a person. In seconds since 1970.
package struct Revision: Hashable, Sendable {
    package let addedAt: Int
    package let changedAt: Int

    /// - Parameter row: has them behind the name of what they are of.
    fileprivate init(_ row: Row, of subject: String) throws {
        addedAt = try Self.moment(row[1], of: subject, row[0] as DatabaseValue)
        changedAt = try Self.moment(row[2], of: subject, row[0] as DatabaseValue)
    }

    /// - Throws: ``CatalogContentError`` for a time that is in no year of films: no calendar and no feed has such a day.
    fileprivate static func moment(_ seconds: Int, of subject: String, _ id: DatabaseValue) throws -> Int {
        guard showtimeSpan.contains(Int64(seconds)) else {
            throw CatalogContentError(
                row: "revision of \(subject) \(id)",
                reason: "its time is not in the years 1870 to 2100; it is counted in seconds since 1970")
        }
        return seconds
    }
}

// A revision's id is a number or a text, by its subject. SQLite looks it up at once only if what it is compared with is
// no column of one type: hence the plus signs.
extension ProgrammeReader {
    /// - Returns: those that are known, by the showtime's id.
    package func revisions(ofShowtimes ids: some Collection<String>) throws -> [String: Revision] {
        var revisions: [String: Revision] = [:]
        try each(
            """
            SELECT id, added_at, changed_at FROM revision
            WHERE subject = 'showtime' AND id IN (SELECT value FROM json_each(?))
            """, [list(ids)]
        ) { revisions[$0[0]] = try Revision($0, of: "showtime") }
        return revisions
    }

    /// The movies with a showtime ahead that were added last, the last one first.
    package func newMovies(limit: Int) throws -> [(movie: Movie, revision: Revision)] {
        var revisions: [(id: Int64, revision: Revision)] = []
        try each(
            """
            SELECT id, added_at, changed_at FROM revision INDEXED BY revision_of_new_movies WHERE subject = 'movie'
              AND typeof(id) = 'integer' AND EXISTS (SELECT 1 FROM showtime WHERE movie_id = revision.id AND starts_at > ?)
            ORDER BY added_at DESC, id DESC LIMIT ?
            """, [nowSeconds, limit]
        ) { revisions.append(($0[0], try Revision($0, of: "movie"))) }
        let movies = Dictionary(
            try movies(revisions.map(\.id)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return revisions.compactMap { id, revision in movies[id].map { ($0, revision) } }
    }

    /// Each thing that has a page of its own, in order of slug, with the time of its last change.
    package func eachPage(
        of kind: Slugged, _ body: (_ id: Int64, _ slug: String, _ changedAt: Int?) throws -> Void
    ) throws {
        let table = kind.rawValue
        try each(
            """
            SELECT \(table).id, slug, changed_at
            FROM \(table) LEFT JOIN revision ON subject = '\(table)' AND revision.id = +\(table).id ORDER BY slug
            """
        ) { row in
            let changedAt: Int? = row[2]
            try body(row[0], row[1], try changedAt.map { try Revision.moment($0, of: table, row[0]) })
        }
    }

    /// Each showtime that is not over, in order of start, with the time of the last change of itself or its movie.
    package func eachShowtimePage(_ body: (_ id: String, _ changedAt: Int?) throws -> Void) throws {
        try each(
            """
            SELECT showtime.id, max(coalesce(own.changed_at, movie.changed_at), coalesce(movie.changed_at, own.changed_at))
            FROM showtime
            LEFT JOIN revision AS own ON own.subject = 'showtime' AND own.id = showtime.id
            LEFT JOIN revision AS movie ON movie.subject = 'movie' AND movie.id = +movie_id
            WHERE starts_at > ?1 - 86400 AND ends_at > ?1 ORDER BY starts_at, showtime.id
            """, [nowSeconds]
        ) { row in
            let changedAt: Int? = row[1]
            try body(row[0], try changedAt.map { try Revision.moment($0, of: "showtime", row[0]) })
        }
    }

    /// The last change of any showtime ahead, by movie and by theater.
    package func showtimeChanges() throws -> (movies: [Int64: Int], theaters: [Int64: Int]) {
        var movies: [Int64: Int] = [:]
        var theaters: [Int64: Int] = [:]
        try each(
            """
            SELECT movie_id, theater_id, changed_at
            FROM showtime CROSS JOIN auditorium ON auditorium.id = auditorium_id
            CROSS JOIN revision ON subject = 'showtime' AND revision.id = showtime.id
            WHERE starts_at > ?
            """, [nowSeconds]
        ) { row in
            let changedAt = try Revision.moment(row[2], of: "a showtime of movie", row[0])
            movies[row[0]] = max(movies[row[0]] ?? changedAt, changedAt)
            theaters[row[1]] = max(theaters[row[1]] ?? changedAt, changedAt)
        }
        return (movies, theaters)
    }

    /// - Parameter genre: only the movies of this genre.
    package func movieCount(genre: Int64? = nil) throws -> Int {
        let ofGenre = "WHERE id IN (SELECT movie_id FROM movie_genre WHERE genre_id = ?)"
        return try Int.fetchOne(
            database, sql: "SELECT count(*) FROM movie \(genre == nil ? "" : ofGenre)",
            arguments: genre.map { [$0] } ?? []) ?? 0
    }
}
