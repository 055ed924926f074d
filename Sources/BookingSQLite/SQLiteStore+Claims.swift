import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    /// Claims a seat (of showtime ?1, named ?2) for hold ?3 until ?4, or, where an order ?5 is given, for good; takes over what
    /// expired by ?6, and what the hold itself has claimed. Changes one row, or, if the seat is taken, none.
    private static let claimStatement = """
        INSERT INTO claim (showtime, seat, hold, expires_at, sold_to) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE
        SET hold = excluded.hold, expires_at = excluded.expires_at, sold_to = excluded.sold_to
        WHERE claim.sold_to IS NULL AND (claim.expires_at <= ?6 OR claim.hold = excluded.hold)
        """

    /// Claims all seats of a hold, or, if some are taken, answers which.
    ///
    /// The caller must undo the transaction, or its savepoint, if any are.
    func claim(_ hold: Hold, soldTo order: OrderID?, _ write: StoreWrite) throws -> [SeatName] {
        let statement = try write.database.cachedStatement(sql: Self.claimStatement)
        let (owner, buyer) = (hold.id.digest, order?.digest)
        var taken: [SeatName] = []
        for seat in hold.seats {
            try statement.execute(arguments: [
                hold.showtime.text, seat.seat.text, owner, order == nil ? Instant(hold.expiresAt) : nil, buyer,
                write.now,
            ])
            if write.database.changesCount != 1 {
                taken.append(seat.seat)
            }
        }
        return taken
    }

    /// Removes the claims of holds that are over. Seats that are sold are none of them.
    func removeExpiredClaims(of showtime: ShowtimeID, _ write: inout StoreWrite) throws {
        let statement = try write.database.cachedStatement(
            sql: "DELETE FROM claim WHERE showtime = ? AND sold_to IS NULL AND expires_at <= ? RETURNING seat")
        let released = try String.fetchAll(statement, arguments: [showtime.text, write.now])
        guard !released.isEmpty else { return }
        try write.change(showtime, released: released.sorted().map(SeatName.init(stored:)))
    }
}
