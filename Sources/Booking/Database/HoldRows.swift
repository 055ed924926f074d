package import Cinema

/// A hold that is to be written.
package struct NewHold: Sendable {
    package let hold: Hold
    package let client: ClientDigest?
    /// Of the ``ShowingRecord`` that it is made for.
    package let showing: Int

    package init(hold: Hold, client: ClientDigest?, showing: Int) {
        self.hold = hold
        self.client = client
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
