import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteRows {
    func soldShowing(of order: OrderID) throws -> SoldShowing? {
        try row(
            """
            SELECT o.showtime, hold.showing_sequence FROM "order" o JOIN hold ON hold.id = o.hold WHERE o.id = ?
            """, [order.digest]
        ).map { SoldShowing(showtime: ShowtimeID(stored: $0[0]), sequence: $0[1]) }
    }

    func showing(of hold: HoldID) throws -> ShowingRecord? {
        try row(
            """
            SELECT sequence, facts, standing, recorded_at FROM showing
            JOIN hold ON hold.showtime = showing.showtime AND hold.showing_sequence = showing.sequence
            WHERE hold.id = ?
            """, [hold.digest]
        ).map(Self.record)
    }

    func newestRecord(of showtime: ShowtimeID) throws -> ShowingRecord? {
        try row(
            """
            SELECT sequence, facts, standing, recorded_at FROM showing WHERE showtime = ?
            ORDER BY sequence DESC LIMIT 1
            """, [showtime.text]
        ).map(Self.record)
    }

    func record(_ sequence: Int, of showtime: ShowtimeID) throws -> ShowingRecord? {
        try row(
            """
            SELECT sequence, facts, standing, recorded_at FROM showing WHERE showtime = ? AND sequence = ?
            """, [showtime.text, sequence]
        ).map(Self.record)
    }

    private static func record(_ row: Row) throws -> ShowingRecord {
        let (facts, text): (String, String) = (row["facts"], row["standing"])
        guard let standing = ShowingState.Standing(rawValue: text) else {
            throw damage("'\(text)' is no standing of a showing")
        }
        let recorded: Instant = row["recorded_at"]
        return ShowingRecord(
            sequence: row["sequence"],
            state: ShowingState(
                showing: try JSONDecoder().decode(Showing.self, from: Data(facts.utf8)), standing: standing),
            recordedAt: recorded.date)
    }
}
