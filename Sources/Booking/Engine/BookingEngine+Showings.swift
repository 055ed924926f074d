import Cinema
import Foundation

// What was known of showings, and when: orders are sold as one of these records, and told of the newest.
extension BookingEngine {
    package func showing(of order: OrderID, listing: ShowingListing) async throws -> OrderedShowing? {
        let (known, isNews) = try await database.read { rows in
            let known = try rows.knownShowing(of: order)
            return (known, known.map { $0.next(by: listing, at: rows.now) != $0.current } ?? false)
        }
        guard isNews else { return known?.ordered }
        return try await write { transaction in
            // Another process may have seen the change first.
            guard let known = try transaction.knownShowing(of: order) else { return nil }
            let next = known.next(by: listing, at: transaction.now)
            if next != known.current { try transaction.insert(next, of: known.showtime) }
            return OrderedShowing(sold: known.sold, current: next)
        }
    }
}

/// As what an order was sold, and what is known of that showing now.
private struct KnownShowing {
    let showtime: ShowtimeID
    let sold: ShowingRecord
    let current: ShowingRecord

    var ordered: OrderedShowing { OrderedShowing(sold: sold, current: current) }

    func next(by listing: ShowingListing, at now: Instant) -> ShowingRecord {
        current.next(current.state(by: listing, at: now.date), at: now.date)
    }
}

extension BookingRows {
    /// - Returns: `nil` if nothing was ever known of the showing.
    fileprivate func knownShowing(of order: OrderID) throws -> KnownShowing? {
        guard let sold = try soldShowing(of: order) else { throw BookingError.unknownOrder }
        guard let current = try newestRecord(of: sold.showtime) else { return nil }
        return KnownShowing(
            showtime: sold.showtime, sold: try record(sold.sequence, of: sold.showtime) ?? current, current: current)
    }
}

extension BookingTransaction {
    /// Writes down what a hold is made for, unless it is what was known last.
    ///
    /// - Returns: the number of the record.
    func record(_ showing: Showing, of showtime: ShowtimeID) throws -> Int {
        let state = ShowingState(showing: showing, standing: .scheduled)
        guard let newest = try newestRecord(of: showtime) else {
            try insert(ShowingRecord(sequence: 0, state: state, recordedAt: now.date), of: showtime)
            return 0
        }
        let next = newest.next(state, at: now.date)
        let completed = newest.completed(by: showing)
        if next != newest {
            try insert(next, of: showtime)
        } else if completed != newest {
            try complete(completed, of: showtime)
        }
        return next.sequence
    }
}
