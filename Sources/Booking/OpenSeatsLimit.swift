package import Foundation

/// How many seats one client may hold unpaid at a time, so that nobody keeps the house from all others.
///
/// What counts is what is open now, not how often it was asked for: seats that are paid, released or expired are given back,
/// those of a hold that is extended go on counting.
package struct OpenSeatsLimit: Hashable, Sendable {
    package static let standard = OpenSeatsLimit(inShowing: 20, inAll: 300)

    /// Of one showing; in a large room it is a quarter of the seats. `nil`: any.
    package let inShowing: Int?
    /// `nil`: any.
    package let inAll: Int?

    package init(inShowing: Int?, inAll: Int?) {
        self.inShowing = inShowing
        self.inAll = inAll
    }

    package var isAny: Bool { inShowing == nil && inAll == nil }

    /// - Parameters:
    ///   - inShowing: what the client holds of the showing of `quote`.
    ///   - inAll: what it holds.
    /// - Throws: `tooManyOpenSeats` if the seats of `quote` were too many beside them.
    package func admit(_ quote: Quote, inShowing: OpenSeats, inAll: OpenSeats, at now: Date) throws(BookingError) {
        if let limit = self.inShowing {
            try inShowing.admit(quote.seats.count, limit: max(limit, quote.roomSize / 4), at: now)
        }
        if let limit = self.inAll {
            try inAll.admit(quote.seats.count, limit: limit, at: now)
        }
    }
}

/// Seats of holds that are neither paid, released nor over.
package struct OpenSeats {
    package let count: Int
    /// When the first of the holds is over; `nil` if there is none.
    package let nextExpiry: Date?

    package init(count: Int, nextExpiry: Date?) {
        self.count = count
        self.nextExpiry = nextExpiry
    }

    fileprivate func admit(_ further: Int, limit: Int, at now: Date) throws(BookingError) {
        guard count + further > limit else { return }
        throw .tooManyOpenSeats(limit: limit, secondsToWait: (nextExpiry ?? now).secondsFrom(now))
    }
}

extension Date {
    /// Whole ones, at least one, for whoever shall try again then.
    package func secondsFrom(_ now: Date) -> Int { max(1, Int(timeIntervalSince(now).rounded(.up))) }
}
