import Foundation
import GRDB

extension SQLiteStore {
    /// Claims all seats of a hold, or, if some are taken, answers which.
    ///
    /// The caller must undo the transaction, or its savepoint, if any are.
    func claim(_ hold: Hold, soldTo order: OrderID?, at now: Instant, _ database: Database) throws -> [String] {
        let statement = try database.cachedStatement(sql: seatGuard.claim)
        var taken: [String] = []
        for seat in hold.seats {
            try statement.execute(arguments: [
                "showtime": hold.showtime, "seat": seat.seat, "hold": hold.id.text,
                "expires": order == nil ? Instant(hold.expiresAt) : nil, "order": order?.text, "now": now,
            ])
            if database.changesCount != 1 {
                taken.append(seat.seat)
            }
        }
        return taken
    }
}
