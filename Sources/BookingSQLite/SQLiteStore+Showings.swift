package import Booking
import Cinema
import Foundation
import GRDB

// What was known of showings, and when: orders are sold as one of these records, and told of the newest.
extension SQLiteStore {
    package func showing(of order: OrderID, listing: ShowingListing) async throws -> OrderedShowing? {
        let now = environment.now()
        let known = try await read { database in try Self.orderedShowing(order, database) }
        guard let known, known.state(by: listing, at: now) != known.current.state else { return known?.ordered }
        return try await write { write in
            // Another process may have seen the change first.
            guard let known = try Self.orderedShowing(order, write.database) else { return nil }
            let current = known.current.next(known.state(by: listing, at: write.now.date), at: write.now.date)
            if current != known.current {
                try Self.insert(current, of: known.showtime, current.state.showing.facts(), write)
            }
            return OrderedShowing(sold: known.sold, current: current)
        }
    }

    /// Writes down what a hold is made for, unless it is what was known last.
    ///
    /// - Parameter facts: of the showing, encoded.
    /// - Returns: the number of the record.
    static func record(_ showing: Showing, _ facts: String, of showtime: ShowtimeID, _ write: StoreWrite) throws -> Int
    {
        let state = ShowingState(showing: showing, standing: .scheduled)
        let newest = try newestRecord(of: showtime, write.database)
        let record =
            newest?.next(state, at: write.now.date)
            ?? ShowingRecord(sequence: 0, state: state, recordedAt: write.now.date)
        if record != newest { try insert(record, of: showtime, facts, write) }
        return record.sequence
    }

    private struct Known {
        let showtime: ShowtimeID
        let sold: ShowingRecord
        let current: ShowingRecord

        var ordered: OrderedShowing { OrderedShowing(sold: sold, current: current) }

        func state(by listing: ShowingListing, at now: Date) -> ShowingState {
            current.state(by: listing, at: now)
        }
    }

    private static func orderedShowing(_ order: OrderID, _ database: Database) throws -> Known? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT o.showtime, hold.showing_sequence FROM "order" o JOIN hold ON hold.id = o.hold
                    WHERE o.id = ?
                    """),
            arguments: [order.digest])
        guard let row else { throw BookingError.unknownOrder }
        let showtime = ShowtimeID(stored: row["showtime"])
        guard let current = try newestRecord(of: showtime, database) else { return nil }
        let sold = try record(row["showing_sequence"], of: showtime, database)
        return Known(showtime: showtime, sold: sold ?? current, current: current)
    }

    private static func newestRecord(of showtime: ShowtimeID, _ database: Database) throws -> ShowingRecord? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT sequence, facts, standing, recorded_at FROM showing WHERE showtime = ?
                    ORDER BY sequence DESC LIMIT 1
                    """),
            arguments: [showtime.text]
        ).map(record)
    }

    private static func record(_ sequence: Int, of showtime: ShowtimeID, _ database: Database) throws -> ShowingRecord?
    {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT sequence, facts, standing, recorded_at FROM showing WHERE showtime = ? AND sequence = ?
                    """),
            arguments: [showtime.text, sequence]
        ).map(record)
    }

    private static func record(_ row: Row) throws -> ShowingRecord {
        let (facts, standing): (String, String) = (row["facts"], row["standing"])
        guard let standing = ShowingState.Standing(rawValue: standing) else {
            throw damage("'\(standing)' is no standing of a showing")
        }
        let recorded: Instant = row["recorded_at"]
        return ShowingRecord(
            sequence: row["sequence"],
            state: ShowingState(
                showing: try JSONDecoder().decode(Showing.self, from: Data(facts.utf8)), standing: standing),
            recordedAt: recorded.date)
    }

    private static func insert(
        _ record: ShowingRecord, of showtime: ShowtimeID, _ facts: String, _ write: StoreWrite
    ) throws {
        try write.execute(
            "INSERT INTO showing (showtime, sequence, facts, standing, recorded_at) VALUES (?, ?, ?, ?, ?)",
            [showtime.text, record.sequence, facts, record.state.standing.rawValue, Instant(record.recordedAt)])
    }
}
