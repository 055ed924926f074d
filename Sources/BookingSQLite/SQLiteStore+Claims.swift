import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    /// Claims all seats of a hold, or, if some are taken, answers which.
    ///
    /// The caller must undo the transaction, or its savepoint, if any are.
    func claim(_ hold: Hold, soldTo order: OrderID?, _ write: StoreWrite) throws -> [SeatName] {
        let statement = try write.database.cachedStatement(sql: claimStatement)
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
