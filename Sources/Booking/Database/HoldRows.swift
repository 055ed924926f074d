package import Cinema

/// A hold that is to be written.
package struct NewHold: Sendable {
    package let hold: Hold
    package let customer: Customer
    /// Of the ``ShowingRecord`` that it is made for.
    package let showing: Int

    package init(hold: Hold, customer: Customer, showing: Int) {
        self.hold = hold
        self.customer = customer
        self.showing = showing
    }
}

/// What counts of a client's hold while it is open.
package struct OpenHold: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let seatCount: Int
    package let expiresAt: Instant

    package init(showtime: ShowtimeID, seatCount: Int, expiresAt: Instant) {
        self.showtime = showtime
        self.seatCount = seatCount
        self.expiresAt = expiresAt
    }
}
