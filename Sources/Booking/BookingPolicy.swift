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
    package let openSeats: OpenSeatsLimit
    /// How many payments of one hold may be declined: who tries more cards than that tries whose they are.
    package let declinesPerHold: Int
    /// Latecomers may still buy for this long.
    package let salesCloseAfterStart: TimeInterval
    /// How long after the end of a hold its buyer may still come back from their bank.
    package let authenticationGrace: TimeInterval
    /// How long nobody else touches a payment that a process works on, unless it renews the lease: so long a payment waits
    /// whose process has died.
    package let paymentLease: TimeInterval
    /// How long an answer is kept for who repeats the call, and a hold that came to nothing.
    package let retention: TimeInterval

    package init(
        holdLifetime: TimeInterval = 600, longestHold: TimeInterval = 1800, seatsPerHold: Int = 10,
        seatsPerBuyer: Int? = nil, openSeats: OpenSeatsLimit = .standard, declinesPerHold: Int = 10,
        salesCloseAfterStart: TimeInterval = 0, authenticationGrace: TimeInterval = 300,
        paymentLease: TimeInterval = 15, retention: TimeInterval = 86_400
    ) {
        self.holdLifetime = holdLifetime
        self.longestHold = max(holdLifetime, longestHold)
        self.seatsPerHold = seatsPerHold
        self.seatsPerBuyer = seatsPerBuyer
        self.openSeats = openSeats
        self.declinesPerHold = declinesPerHold
        self.salesCloseAfterStart = salesCloseAfterStart
        self.authenticationGrace = authenticationGrace
        self.paymentLease = paymentLease
        self.retention = retention
    }
}
