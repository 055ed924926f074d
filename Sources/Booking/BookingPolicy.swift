package import Foundation

/// What a cinema may decide about holds and sales.
package struct BookingPolicy: Hashable, Sendable {
    /// How long a hold lives from its creation, and from each extension.
    package let holdLifetime: TimeInterval
    /// How long a hold may live in all, counted from its creation.
    package let longestHold: TimeInterval
    package let seatsPerHold: Int
    /// How many seats of one showtime one e-mail address may buy; `nil`: any.
    package let seatsPerBuyer: Int?
    /// Latecomers may still buy for this long.
    package let salesCloseAfterStart: TimeInterval
    /// How long after the end of a hold its buyer may still come back from their bank.
    package let authenticationGrace: TimeInterval

    package init(
        holdLifetime: TimeInterval = 600, longestHold: TimeInterval = 1800, seatsPerHold: Int = 10,
        seatsPerBuyer: Int? = nil, salesCloseAfterStart: TimeInterval = 0, authenticationGrace: TimeInterval = 300
    ) {
        self.holdLifetime = holdLifetime
        self.longestHold = max(holdLifetime, longestHold)
        self.seatsPerHold = seatsPerHold
        self.seatsPerBuyer = seatsPerBuyer
        self.salesCloseAfterStart = salesCloseAfterStart
        self.authenticationGrace = authenticationGrace
    }
}
