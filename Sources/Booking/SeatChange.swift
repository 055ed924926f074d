package import Cinema

/// One counted change of the seats of a showtime: what a watcher at `version - 1` must do to be at `version`.
package struct SeatChange: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let version: Int
    package let sold: [SeatName]
    package let held: [SeatName]
    package let released: [SeatName]

    package init(
        showtime: ShowtimeID, version: Int, sold: [SeatName] = [], held: [SeatName] = [], released: [SeatName] = []
    ) {
        self.showtime = showtime
        self.version = version
        self.sold = sold
        self.held = held
        self.released = released
    }
}
