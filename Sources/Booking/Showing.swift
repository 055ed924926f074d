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
    /// What people call the types of tickets, by their codes.
    package let ticketTypes: [TicketTypeCode: String]
    /// `nil`: it was written down before they were.
    package private(set) var slugs: Slugs?

    /// By what movie and theater are known for ever, whatever their names become.
    package struct Slugs: Hashable, Sendable, Codable {
        package let movie: String
        package let theater: String
    }

    package init(_ offer: ShowtimeOffer) {
        movie = offer.movie
        theater = offer.theater
        auditorium = offer.auditorium
        startsAt = offer.startsAt
        endsAt = offer.endsAt
        timeZone = offer.timeZone
        ticketTypes = Dictionary(
            offer.priceList.entries.map { ($0.ticketType.code, $0.ticketType.name) },
            uniquingKeysWith: { first, _ in first })
        slugs = Slugs(movie: offer.movieSlug, theater: offer.theaterSlug)
    }

    /// Whether this is what was written down, perhaps before there were slugs.
    func agrees(with former: Showing) -> Bool {
        former.slugs == nil ? former.completed(by: self) == self : former == self
    }

    /// The same with the slugs of `other`, if it has none of its own.
    func completed(by other: Showing) -> Showing {
        var showing = self
        showing.slugs = slugs ?? other.slugs
        return showing
    }

    /// As a store keeps it: JSON.
    package func facts() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
}
