package import Foundation

/// All that selling a seat of one showtime needs to know.
package struct ShowtimeOffer: Sendable {
    /// Public, and the same for ever.
    package let id: ShowtimeID
    package let movie: String
    /// A slug belongs to one movie for ever, and so does a theater's.
    package let movieSlug: String
    package let theater: String
    package let theaterSlug: String
    package let timeZone: TimeZone
    package let auditorium: String
    package let startsAt: Date
    package let endsAt: Date
    package let status: ShowtimeStatus
    package let layout: SeatLayout
    package let priceList: PriceList

    package init(
        id: ShowtimeID, movie: String, movieSlug: String, theater: String, theaterSlug: String, timeZone: TimeZone,
        auditorium: String, startsAt: Date, endsAt: Date, status: ShowtimeStatus, layout: SeatLayout,
        priceList: PriceList
    ) {
        self.id = id
        self.movie = movie
        self.movieSlug = movieSlug
        self.theater = theater
        self.theaterSlug = theaterSlug
        self.timeZone = timeZone
        self.auditorium = auditorium
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.status = status
        self.layout = layout
        self.priceList = priceList
    }
}

/// What the cinema says of a showtime; seats that happen to be all sold are the booking's matter.
package enum ShowtimeStatus: String, Hashable, Sendable, Codable {
    case scheduled
    case cancelled
    /// Closed by the cinema, whatever the seats say.
    case soldOut = "sold-out"
}
