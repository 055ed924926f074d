package import Cinema
package import Foundation

package typealias HoldID = Identifier<Hold>

/// Seats of one showtime kept for one buyer until an instant, at the price of that moment.
package struct Hold: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case open
        /// Paid: the seats belong to an order.
        case completed(OrderID)
        /// Given back by its owner.
        case released
    }

    package let id: HoldID
    package let showtime: String
    package let seats: [PricedSeat]
    package let total: Money
    package let createdAt: Date
    package private(set) var expiresAt: Date
    package let outcome: Outcome

    package init(id: HoldID, quote: Quote, createdAt: Date, policy: BookingPolicy) {
        self.init(
            id: id, showtime: quote.showtime, seats: quote.seats, total: quote.total, createdAt: createdAt,
            expiresAt: createdAt + policy.holdLifetime, outcome: .open)
    }

    init(
        id: HoldID, showtime: String, seats: [PricedSeat], total: Money, createdAt: Date, expiresAt: Date,
        outcome: Outcome
    ) {
        self.id = id
        self.showtime = showtime
        self.seats = seats
        self.total = total
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.outcome = outcome
    }

    /// The hold is over at ``expiresAt`` itself, not after it.
    package func requireOpen(at now: Date) throws(BookingError) {
        switch outcome {
        case .completed(let order): throw .holdCompleted(order)
        case .released: throw .unknownHold
        case .open: guard now < expiresAt else { throw .holdExpired }
        }
    }

    /// The same hold with a full lifetime from `now`, as far as the longest hold allows.
    package func extended(at now: Date, policy: BookingPolicy) throws(BookingError) -> Hold {
        try requireOpen(at: now)
        let limit = createdAt + policy.longestHold
        guard expiresAt < limit else { throw .extensionLimit }
        var hold = self
        hold.expiresAt = max(expiresAt, min(now + policy.holdLifetime, limit))
        return hold
    }
}
