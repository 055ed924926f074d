import Cinema
import Foundation

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

    var isAny: Bool { inShowing == nil && inAll == nil }

    /// - Parameter open: the holds of the client that are open.
    /// - Throws: `tooManyOpenSeats` if the seats of `quote` were too many beside them.
    func admit(_ quote: Quote, beside open: [OpenHold], at now: Date) throws(BookingError) {
        let sameShowing = open.filter { $0.showtime == quote.showtime }
        if let inShowing {
            try Self.admit(quote, beside: sameShowing, limit: max(inShowing, quote.roomSize / 4), at: now)
        }
        if let inAll {
            try Self.admit(quote, beside: open, limit: inAll, at: now)
        }
    }

    private static func admit(
        _ quote: Quote, beside open: [OpenHold], limit: Int, at now: Date
    ) throws(BookingError) {
        guard open.reduce(quote.seats.count, { $0 + $1.seatCount }) > limit else { return }
        let first = open.map(\.expiresAt).min() ?? now
        throw .tooManyOpenSeats(limit: limit, secondsToWait: first.secondsFrom(now))
    }
}

/// A hold that is neither paid, released nor over, as far as ``OpenSeatsLimit`` counts it.
struct OpenHold {
    let showtime: ShowtimeID
    let seatCount: Int
    let expiresAt: Date
}

extension Date {
    /// Whole ones, at least one, for whoever shall try again then.
    func secondsFrom(_ now: Date) -> Int { max(1, Int(timeIntervalSince(now).rounded(.up))) }
}
