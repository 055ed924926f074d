package import Foundation

/// What a cinema may decide about holds.
package struct BookingPolicy: Hashable, Sendable {
    /// How long a hold lives from its creation, and from each extension.
    package let holdLifetime: TimeInterval
    /// How long a hold may live in all, counted from its creation.
    package let longestHold: TimeInterval
    package let seatsPerHold: Int
    /// Latecomers may still buy for this long.
    package let salesCloseAfterStart: TimeInterval

    package init(
        holdLifetime: TimeInterval = 600, longestHold: TimeInterval = 1800, seatsPerHold: Int = 10,
        salesCloseAfterStart: TimeInterval = 0
    ) {
        self.holdLifetime = holdLifetime
        self.longestHold = max(holdLifetime, longestHold)
        self.seatsPerHold = seatsPerHold
        self.salesCloseAfterStart = salesCloseAfterStart
    }
}
