package import Cinema

/// Which seats of a showtime are gone; all others are free.
package struct SeatStates: Hashable, Sendable {
    /// Counts the changes of these seats: the same version of the same showtime always has the same seats.
    package let version: Int
    /// Sorted by name.
    package let sold: [SeatName]
    /// Sorted by name.
    package let held: [SeatName]

    package init(version: Int, sold: [SeatName], held: [SeatName]) {
        self.version = version
        self.sold = sold
        self.held = held
    }
}
