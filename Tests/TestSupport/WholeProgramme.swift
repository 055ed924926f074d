package import Catalog
package import Foundation

/// All that a catalog has, read piece by piece as a build reads it.
package struct WholeProgramme {
    package let name: String?
    package let movies: [Movie]
    package let credits: [Int64: MovieCredits]
    package let genres: [Genre]
    package let people: [Person]
    package let theaters: [Theater]
    package let auditoriums: [Auditorium]
    package let layouts: [Layout]
    /// Those that are not over, in order of start.
    package let showtimes: [Showtime]
}

extension Catalog {
    package func programme(at now: Date) throws -> WholeProgramme {
        try read(at: now) { reader in
            let (movies, theaters) = (try reader.movieIDs(), try reader.theaterIDs())
            let auditoriums = try reader.auditoriums(ofTheaters: theaters)
            return WholeProgramme(
                name: try reader.cinemaName(), movies: try reader.movies(movies),
                credits: try reader.credits(ofMovies: movies), genres: try reader.genres(),
                people: try reader.people(try reader.personIDs()), theaters: try reader.theaters(theaters),
                auditoriums: theaters.flatMap { auditoriums[$0] ?? [] },
                layouts: try reader.layouts(Set(try reader.layoutIDs())).values.sorted { $0.id < $1.id },
                showtimes: try reader.showtimes(try reader.showtimeIDs()).sorted {
                    ($0.startsAt, $0.id) < ($1.startsAt, $1.id)
                })
        }
    }
}
