package import Cinema
package import Foundation

package typealias HoldID = Identifier<Hold>

/// Seats of one showtime kept for one buyer until an instant, at the price of that moment.
package struct Hold: Hashable, Sendable {
    /// What has become of a hold.
    ///
    ///     open ──▶ completed
    ///       └────▶ released
    ///
    /// An open hold whose time is over can still be completed: by a payment that began before, if its seats are free.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case open
        /// Paid: the seats belong to an order.
        case completed
        /// Given back by its owner.
        case released

        package func canBecome(_ next: Outcome) -> Bool {
            self == .open && next != .open
        }
    }

    package let id: HoldID
    package let showtime: ShowtimeID
    package let seats: [PricedSeat]
    package let total: Money
    package let createdAt: Date
    package private(set) var expiresAt: Date
    package let outcome: Outcome
    /// Whose it is, if an account's.
    package let owner: AccountID?
    /// Of the page on which the seats were chosen.
    package let language: PageLanguage?

    package init(id: HoldID, quote: Quote, customer: Customer, createdAt: Date, policy: BookingPolicy) {
        self.init(
            id: id, showtime: quote.showtime, seats: quote.seats, total: quote.total, createdAt: createdAt,
            expiresAt: createdAt + policy.holdLifetime, outcome: .open, owner: customer.account,
            language: customer.language)
    }

    package init(
        id: HoldID, showtime: ShowtimeID, seats: [PricedSeat], total: Money, createdAt: Date, expiresAt: Date,
        outcome: Outcome, owner: AccountID?, language: PageLanguage?
    ) {
        self.id = id
        self.showtime = showtime
        self.seats = seats
        self.total = total
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.outcome = outcome
        self.owner = owner
        self.language = language
    }

    /// The same hold as it was when it was over at another time.
    package func expiring(at date: Date) -> Hold {
        var hold = self
        hold.expiresAt = date
        return hold
    }

    /// The hold is over at ``expiresAt`` itself, not after it.
    package func requireOpen(at now: Date) throws(BookingError) {
        try requireUnended()
        guard now < expiresAt else { throw .holdExpired }
    }

    /// Whatever its time says, the hold has not been paid or given back.
    package func requireUnended() throws(BookingError) {
        guard !outcome.canBecome(.completed) else { return }
        throw outcome == .completed ? .holdCompleted(nil) : .unknownHold
    }

    /// The same hold with a full lifetime from `now`, as far as the longest hold allows.
    package func extended(at now: Date, policy: BookingPolicy) throws(BookingError) -> Hold {
        try requireOpen(at: now)
        let limit = createdAt + policy.longestHold
        guard expiresAt < limit else { throw .extensionLimit }
        return expiring(at: max(expiresAt, min(now + policy.holdLifetime, limit)))
    }
}
