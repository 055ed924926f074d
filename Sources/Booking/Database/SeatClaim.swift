package import Cinema
package import Foundation

/// A seat of a showtime: what is sold once.
package struct SeatKey: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let seat: SeatName

    package init(_ showtime: ShowtimeID, _ seat: SeatName) {
        self.showtime = showtime
        self.seat = seat
    }
}

/// Whose a seat is, as a row says it.
package struct SeatClaim: Hashable, Sendable {
    /// The ``Identifier/digest`` of the hold.
    package let hold: Data
    /// `nil`: the seat is sold.
    package let expiresAt: Instant?

    package init(hold: Data, expiresAt: Instant?) {
        self.hold = hold
        self.expiresAt = expiresAt
    }

    /// Whether nobody but `hold` may have the seat. A claim is over on the dot.
    package func excludes(_ hold: Data, at now: Instant) -> Bool {
        guard let expiresAt else { return true }
        return now < expiresAt && self.hold != hold
    }
}

/// The claims of a showtime without a look at the clock: so one version always has the same seats.
package struct ShowtimeClaims: Sendable {
    package let seats: SeatStates
    /// When time alone will free the first of them.
    package let firstExpiry: Instant?

    package init(seats: SeatStates, firstExpiry: Instant?) {
        self.seats = seats
        self.firstExpiry = firstExpiry
    }

    package func hasExpired(at now: Instant) -> Bool {
        firstExpiry.map { $0 <= now } ?? false
    }
}
