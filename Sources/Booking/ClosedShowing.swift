package import Cinema

/// A showing of which nothing is sold any more, whatever the catalog says of it. What is sold already stays sold.
package struct ClosedShowing: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let closedAt: Instant
    /// Why, for those who work for the cinema; nobody else is told.
    package let reason: String?

    package init(showtime: ShowtimeID, closedAt: Instant, reason: String?) {
        self.showtime = showtime
        self.closedAt = closedAt
        self.reason = reason
    }
}

extension BookingDatabase {
    /// Ends the sales of a showing, for every process at once: whoever holds, extends, begins to pay or has just paid hears
    /// `salesClosed` from the next transaction on.
    ///
    /// - Parameter reason: for those who work for the cinema.
    /// - Returns: `false` if it was closed already; then nothing changes.
    package func close(_ showtime: ShowtimeID, reason: String? = nil) async throws -> Bool {
        try await write { transaction in
            let closed = ClosedShowing(showtime: showtime, closedAt: transaction.now, reason: reason)
            guard try transaction.insert(closed) else { return false }
            try transaction.append(BookingEvent(closing: showtime, at: transaction.now))
            return true
        }
    }

    /// Lets a showing be sold again, if the catalog does. Holds that are not over can be paid.
    ///
    /// - Returns: `false` if it was not closed.
    package func reopen(_ showtime: ShowtimeID) async throws -> Bool {
        try await write { try $0.removeClosedShowing(showtime) }
    }
}

extension BookingTransaction {
    /// - Throws: `salesClosed`.
    func requireOpen(_ showtime: ShowtimeID) throws {
        guard try closedShowings(among: [showtime]).isEmpty else { throw BookingError.salesClosed }
    }
}
