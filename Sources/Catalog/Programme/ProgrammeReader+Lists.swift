import GRDB

// What there is, as ids in the order in which pages list it.
extension ProgrammeReader {
    /// All movies in order of slug, which is the order of titles as a reader of Latin letters expects it; those with a
    /// showtime ahead come first.
    ///
    /// - Parameter genre: only the movies of this genre.
    package func moviesShowingFirst(genre: Int64? = nil) throws -> [Int64] {
        let ofGenre = "WHERE id IN (SELECT movie_id FROM movie_genre WHERE genre_id = ?2)"
        return try ids(
            "SELECT id FROM movie \(genre == nil ? "" : ofGenre) ORDER BY \(isShowing) DESC, slug",
            genre.map { [nowSeconds, $0] } ?? [nowSeconds])
    }

    /// The movies that have a showtime ahead, in order of slug.
    package func nowShowing() throws -> [(slug: String, title: String, year: Int?)] {
        var movies: [(slug: String, title: String, year: Int?)] = []
        try each("SELECT slug, title, year FROM movie WHERE \(isShowing) ORDER BY slug", [nowSeconds]) {
            movies.append(($0[0], $0[1], $0[2]))
        }
        return movies
    }

    private var isShowing: String { "EXISTS (SELECT 1 FROM showtime WHERE movie_id = movie.id AND starts_at > ?1)" }

    package func movieIDs() throws -> [Int64] { try ids("SELECT id FROM movie ORDER BY slug") }

    package func personIDs() throws -> [Int64] { try ids("SELECT id FROM person ORDER BY slug") }

    package func theaterIDs() throws -> [Int64] { try ids("SELECT id FROM theater ORDER BY slug") }

    package func layoutIDs() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT id FROM seat_layout ORDER BY id")
    }

    /// All showtimes that are not over, those of one room together.
    package func showtimeIDs() throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT id FROM showtime WHERE ends_at > ? ORDER BY auditorium_id, starts_at",
            arguments: [nowSeconds])
    }
}
