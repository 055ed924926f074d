package import Cinema
import Foundation

/// By which way an order was sold.
package enum SalesChannel: String, Hashable, Sendable {
    /// By its buyer. Nothing that a public call says makes another.
    case online
}

/// How an order stands in the cinema's accounts. It never changes.
package struct SaleEntry: Hashable, Sendable {
    package let channel: SalesChannel
    /// The cinema day of the theater on which it was sold; `nil` if nobody knows any more where its clock stood.
    package let businessDay: CivilDate?
    /// `nil`: it was held or sold before sales were numbered.
    package let number: SaleNumber?

    package init(channel: SalesChannel, businessDay: CivilDate?, number: SaleNumber?) {
        self.channel = channel
        self.businessDay = businessDay
        self.number = number
    }
}

/// The number of a sale in the series of its theater and channel: from 1 on, none left out.
package struct SaleNumber: Hashable, Sendable {
    /// The theater's slug.
    package let theater: String
    package let number: Int

    package init(theater: String, number: Int) {
        self.theater = theater
        self.number = number
    }
}

extension Showing {
    /// The day of the theater's accounts at a moment: it ends when the last showings of the night have ended, as its cinema days do.
    package func businessDay(at now: Instant) -> CivilDate { LocalTime(now.date, in: timeZone).cinemaDay }
}
