package import Cinema
package import Foundation

/// What a ticket is for, in words: kept with the sale, because a showtime may leave the catalog.
package struct Showing: Hashable, Sendable, Codable {
    package let movie: String
    package let theater: String
    package let auditorium: String
    package let startsAt: Date
    package let endsAt: Date
    package let timeZone: TimeZone

    package init(_ offer: ShowtimeOffer) {
        movie = offer.movie
        theater = offer.theater
        auditorium = offer.auditorium
        startsAt = offer.startsAt
        endsAt = offer.endsAt
        timeZone = offer.timeZone
    }
}
