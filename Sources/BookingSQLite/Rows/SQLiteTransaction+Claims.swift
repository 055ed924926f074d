import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteTransaction {
    /// Claims a seat (of showtime ?1, named ?2) for hold ?3 until ?4, or, where an order ?5 is given, for good; takes over what
    /// expired by ?6, and what the hold itself has claimed. Changes one row, or, if the seat is taken, none.
    private static let claimStatement = """
        INSERT INTO claim (showtime, seat, hold, expires_at, sold_to) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE
        SET hold = excluded.hold, expires_at = excluded.expires_at, sold_to = excluded.sold_to
        WHERE claim.sold_to IS NULL AND (claim.expires_at <= ?6 OR claim.hold = excluded.hold)
        """

    /// Who writes to SQLite writes alone, so there is nothing to lock.
    func claims(on seats: Set<SeatKey>) throws -> [SeatKey: SeatClaim] {
        let statement = try database.cachedStatement(
            sql: "SELECT hold, expires_at FROM claim WHERE showtime = ? AND seat = ?")
        var claims: [SeatKey: SeatClaim] = [:]
        for seat in seats {
            let row = try Row.fetchOne(statement, arguments: [seat.showtime.text, seat.seat.text])
            claims[seat] = row.map { SeatClaim(hold: $0[0], expiresAt: $0[1]) }
        }
        return claims
    }

    func showtimesWithExpiredClaims() throws -> [ShowtimeID] {
        try rows(
            "SELECT DISTINCT showtime FROM claim WHERE sold_to IS NULL AND expires_at <= ? ORDER BY showtime", [now]
        ).map { ShowtimeID(stored: $0[0]) }
    }

    func insert(_ holds: [NewHold]) throws -> Set<SeatKey> {
        let insertion = try database.cachedStatement(
            sql: """
                INSERT INTO hold
                    (id, showtime, seats, total, currency, created_at, expires_at, client, showing_sequence, owner, language)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var refused: Set<SeatKey> = []
        for new in holds {
            let hold = new.hold
            let digest = hold.id.digest
            refused.formUnion(try claim(hold, digest, until: Instant(hold.expiresAt), soldTo: nil))
            try insertion.execute(arguments: [
                digest, hold.showtime.text, SeatList.text(of: hold.seats), hold.total.amount,
                hold.total.currency.code, Instant(hold.createdAt), Instant(hold.expiresAt), new.customer.client?.bytes,
                new.showing, hold.owner?.text, hold.language?.tag,
            ])
        }
        return refused
    }

    func sell(_ hold: Hold, to order: OrderID) throws -> Set<SeatKey> {
        try claim(hold, hold.id.digest, until: nil, soldTo: order.digest)
    }

    private func claim(
        _ hold: Hold, _ digest: Data, until expiry: Instant?, soldTo order: Data?
    ) throws -> Set<SeatKey> {
        let statement = try database.cachedStatement(sql: Self.claimStatement)
        var refused: Set<SeatKey> = []
        for seat in hold.seats {
            try statement.execute(arguments: [
                hold.showtime.text, seat.seat.text, digest, expiry, order, now,
            ])
            if database.changesCount != 1 { refused.insert(SeatKey(hold.showtime, seat.seat)) }
        }
        return refused
    }

    func setExpiry(of hold: Hold) throws -> Int {
        let (expiry, digest) = (Instant(hold.expiresAt), hold.id.digest)
        try execute("UPDATE hold SET expires_at = ? WHERE id = ?", [expiry, digest])
        return try hold.seats.count { seat in
            try execute(
                "UPDATE claim SET expires_at = ? WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL",
                [expiry, hold.showtime.text, seat.seat.text, digest])
            return database.changesCount == 1
        }
    }

    func end(_ hold: Hold, as outcome: Hold.Outcome) throws {
        try execute("UPDATE hold SET outcome = ?, client = NULL WHERE id = ?", [outcome.rawValue, hold.id.digest])
    }

    func removeClaims(of hold: Hold) throws -> [SeatName] {
        let digest = hold.id.digest
        return try hold.seats.map(\.seat).filter { seat in
            try execute(
                "DELETE FROM claim WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL",
                [hold.showtime.text, seat.text, digest])
            return database.changesCount > 0
        }
    }

    func removeExpiredClaims(of showtime: ShowtimeID) throws -> [SeatName] {
        try seats(
            "DELETE FROM claim WHERE showtime = ? AND sold_to IS NULL AND expires_at <= ? RETURNING seat",
            [showtime.text, now])
    }

    func removeClaims(of order: Order) throws -> [SeatName] {
        try seats(
            "DELETE FROM claim WHERE showtime = ? AND sold_to = ? RETURNING seat",
            [order.showtime.text, order.id.digest])
    }

    private func seats(_ sql: String, _ arguments: StatementArguments) throws -> [SeatName] {
        try String.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).sorted()
            .map(SeatName.init(stored:))
    }
}
