/// One counted change of the seats of a showtime: what a watcher at `version - 1` must do to be at `version`.
package struct SeatChange: Hashable, Sendable {
    package let showtime: String
    package let version: Int
    package let sold: [String]
    package let held: [String]
    package let released: [String]

    package init(
        showtime: String, version: Int, sold: [String] = [], held: [String] = [], released: [String] = []
    ) {
        self.showtime = showtime
        self.version = version
        self.sold = sold
        self.held = held
        self.released = released
    }
}
