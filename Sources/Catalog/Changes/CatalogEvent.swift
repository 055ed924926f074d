package import Cinema

/// Something of the programme that is another than it was at some instant before: by a change of the catalog, or because
/// of the clock.
///
/// Entries of the log (``CatalogChange``) tell what was written; events tell what is different by it, with the rows that
/// have to do with it now. A row that moved makes events for where it was and for where it is.
package enum CatalogEvent: Sendable {
    /// A movie is another, by itself or in its languages, genres or credits.
    case movie(Int64, genres: [Int64], people: [Int64])
    /// Some showing of a movie is another, begins or is over.
    case movieShowings(Int64, people: [Int64])
    /// A movie may have got its first showing ahead, or lost its last.
    case movieOnScreen(Int64, genres: [Int64])

    case genre(Int64)
    /// Which movies are of a genre.
    case genreMovies(Int64)

    case person(Int64, movies: [Int64])
    /// What a person did for which movies.
    case personMovies(Int64)

    /// A theater, or its auditoriums.
    case theater(Int64)
    /// Some showing there is another, begins or is over.
    case theaterShowings(Int64)
    case layout(String)

    case showtime(AffectedShowtime)
    /// Something that is ahead in a theater on a cinema day.
    case dayShowings(CivilDate, theater: Int64)
    /// Which theaters have something ahead on a cinema day.
    case dayTheaters(CivilDate)

    /// Which cinema days have something ahead, or which of them is today.
    ///
    /// - gone: those that have nothing any more.
    case days(gone: [CivilDate])

    /// Anything at all was one of the others.
    case anything
}
