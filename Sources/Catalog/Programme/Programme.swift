package import Cinema
package import Foundation

/// Everything a site is made of, as it stood in the catalog at one moment.
///
/// Things refer to each other by their place in these arrays.
package struct Programme: Sendable {
    /// Whose programme it is; `nil` if the catalog does not say.
    package let name: String?
    /// In order of slug, which is the order of titles as a reader of Latin letters expects it.
    package let movies: [Movie]
    package let genres: [Genre]
    package let people: [Person]
    package let theaters: [Theater]
    package let auditoriums: [Auditorium]
    package let layouts: [Layout]
    package let priceLists: [PriceList]
    /// In order of start, then id.
    package let showtimes: [Showtime]
}

package struct Movie: Sendable {
    package struct Role: Sendable {
        package let person: Int
        package let character: String
    }

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
    /// BCP 47 codes.
    package internal(set) var languages: [String] = []
    package internal(set) var genres: [Int] = []
    package internal(set) var cast: [Role] = []
    package internal(set) var directors: [Int] = []
    package internal(set) var writers: [Int] = []
}

package struct Poster: Sendable {
    /// A path below `Public`.
    package let location: String
    package let width: Int?
    package let height: Int?
}

package struct Genre: Sendable {
    package let slug: String
    package let name: String
}

package struct Person: Sendable {
    package let slug: String
    package let name: String
}

package struct Theater: Sendable {
    package let slug: String
    package let name: String
    package let timeZone: TimeZone
    package let street: String
    package let postalCode: String
    package let city: String
    package let region: String
    package let country: String
    package let coordinates: Coordinates?
    package let website: String
    package let phone: String
    package let description: String
}

package struct Coordinates: Sendable {
    package let latitude: Double
    package let longitude: Double
}

package struct Auditorium: Sendable {
    package let theater: Int
    package let name: String
    package let layout: Int
}

package struct Layout: Sendable {
    package let id: String
    /// See ``SeatPlan``.
    package let plan: String
    package let seats: SeatLayout
}

package struct Showtime: Sendable {
    package let id: String
    package let movie: Int
    package let auditorium: Int
    package let priceList: Int?
    package let startsAt: Date
    package let endsAt: Date
    package let format: String
    package let language: String
    package let subtitles: String
    package let audioDescription: Bool
    package let captions: Bool
    package let relaxed: Bool
    package let status: ShowtimeStatus
}
