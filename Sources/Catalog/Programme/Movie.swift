package import Cinema

/// What is known of a film wherever it is listed.
package final class Movie: Sendable {
    package let id: Int64
    package let slug: String
    package let title: String
    /// Empty if it does not differ from `title`.
    package let originalTitle: String
    package let year: Int?
    package let releaseDate: CivilDate?
    /// In minutes.
    package let runtime: Int?
    package let certificate: String
    package let synopsis: String
    package let poster: Poster?
    package let trailer: String
    package let genres: [Genre]

    init(
        id: Int64, slug: String, title: String, originalTitle: String, year: Int?, releaseDate: CivilDate?,
        runtime: Int?, certificate: String, synopsis: String, poster: Poster?, trailer: String, genres: [Genre]
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.originalTitle = originalTitle
        self.year = year
        self.releaseDate = releaseDate
        self.runtime = runtime
        self.certificate = certificate
        self.synopsis = synopsis
        self.poster = poster
        self.trailer = trailer
        self.genres = genres
    }
}

/// Who made a film, and in which languages it speaks.
package struct MovieCredits: Sendable {
    package struct Role: Sendable {
        package let person: Person
        package let character: String
    }

    /// BCP 47 codes.
    package internal(set) var languages: [String] = []
    package internal(set) var cast: [Role] = []
    package internal(set) var directors: [Person] = []
    package internal(set) var writers: [Person] = []

    package init() {}
}

package struct Poster: Sendable {
    /// A path below the folder of posters; or, where an editor wrote one, an address at another site.
    package let location: String
    package let width: Int?
    package let height: Int?

    /// Whether the picture would have to be loaded from another site, which pages do not do.
    package var isElsewhere: Bool {
        ["http://", "https://", "//"].contains { location.lowercased().hasPrefix($0) }
    }
}

package struct Genre: Hashable, Sendable {
    package let id: Int64
    package let slug: String
    package let name: String
}

package struct Person: Hashable, Sendable {
    package let id: Int64
    package let slug: String
    package let name: String
}

/// What a person did for a film.
package struct FilmCredit: Sendable {
    package let movie: Movie
    package internal(set) var isDirector = false
    package internal(set) var isWriter = false
    package internal(set) var isActor = false
    /// What the person plays, in the order of the cast; empty where that is not known.
    package internal(set) var characters: [String] = []

    init(movie: Movie) { self.movie = movie }
}
