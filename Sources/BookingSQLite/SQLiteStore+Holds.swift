package import Booking
import Cinema
import Foundation
import GRDB
package import Idempotency

extension SQLiteStore {
    package func place(
        _ quote: Quote, for client: ClientDigest?, answering: Answering<Hold>?
    ) async throws -> Hold {
        // Done before the seats are claimed: there, all who write wait.
        var random = environment.random()
        let id = HoldID(random: &random)
        let seats = SeatList.text(of: quote.seats)
        let known = showings.sequence(of: quote)
        let facts = known == nil ? try quote.showing.facts() : ""
        let (hold, sequence) = try await write { [self] write in
            let hold = Hold(id: id, quote: quote, createdAt: write.now.date, policy: policy)
            if let client, !policy.openSeats.isAny {
                try requireFewOpenSeats(of: client, beside: quote, write)
            }
            let taken = try claim(hold, soldTo: nil, write)
            guard taken.isEmpty else { throw BookingError.seatsUnavailable(taken) }
            let sequence = try known ?? Self.record(quote.showing, facts, of: hold.showtime, write)
            try write.execute(
                """
                INSERT INTO hold (id, showtime, seats, total, currency, created_at, expires_at, client, showing_sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id.digest, hold.showtime.text, seats, hold.total.amount, hold.total.currency.code, write.now,
                    Instant(hold.expiresAt), client?.bytes, sequence,
                ])
            try write.change(hold.showtime, held: hold.seats.map(\.seat))
            try keep(answering, hold, write)
            return (hold, sequence)
        }
        if known == nil { showings.remember(quote, as: sequence) }
        return hold
    }

    package func hold(_ id: HoldID) async throws -> Hold {
        let now = environment.now()
        return try await read { database in
            let hold = try Self.requireHold(id, database)
            try hold.requireOpen(at: now)
            return hold
        }
    }

    package func extend(_ id: HoldID, answering: Answering<Hold>?) async throws -> Hold {
        try await write { [self] write in
            let hold = try Self.requireHold(id, write.database).extended(at: write.now.date, policy: policy)
            let expiry = Instant(hold.expiresAt)
            try write.execute("UPDATE hold SET expires_at = ? WHERE id = ?", [expiry, id.digest])
            for seat in hold.seats {
                try write.execute(
                    """
                    UPDATE claim SET expires_at = ? WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL
                    """, [expiry, hold.showtime.text, seat.seat.text, id.digest])
                // Possible only if the clock was set back after someone took the seat over.
                guard write.database.changesCount == 1 else { throw BookingError.holdExpired }
            }
            try keep(answering, hold, write)
            return hold
        }
    }

    package func release(_ id: HoldID) async throws {
        try await write { write in
            let hold = try Self.requireHold(id, write.database)
            try hold.requireOpen(at: write.now.date)
            try Self.end(hold, as: .released, write)
            var released: [SeatName] = []
            for seat in hold.seats {
                try write.execute(
                    "DELETE FROM claim WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL",
                    [hold.showtime.text, seat.seat.text, id.digest])
                if write.database.changesCount > 0 { released.append(seat.seat) }
            }
            try write.change(hold.showtime, released: released)
        }
    }

    static func end(_ hold: Hold, as outcome: Hold.Outcome, _ write: StoreWrite) throws {
        try hold.requireAble(to: outcome)
        try write.execute(
            "UPDATE hold SET outcome = ?, client = NULL WHERE id = ?", [outcome.rawValue, hold.id.digest])
    }

    /// A hold that has ended names no client any more, so no more rows are read than the limit lets in.
    private func requireFewOpenSeats(of client: ClientDigest, beside quote: Quote, _ write: StoreWrite) throws {
        let row = try write.row(
            """
            SELECT coalesce(sum(json_array_length(seats)), 0), min(expires_at),
                coalesce(sum(json_array_length(seats)) FILTER (WHERE showtime = ?1), 0),
                min(expires_at) FILTER (WHERE showtime = ?1)
            FROM hold WHERE client = ?2 AND expires_at > ?3
            """, [quote.showtime.text, client.bytes, write.now])
        guard let row else { return }
        func open(_ column: Int) -> OpenSeats {
            let expiry: Instant? = row[column + 1]
            return OpenSeats(count: row[column], nextExpiry: expiry?.date)
        }
        try policy.openSeats.admit(quote, inShowing: open(2), inAll: open(0), at: write.now.date)
    }

    static func requireHold(_ id: HoldID, _ database: Database) throws -> Hold {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT showtime, seats, total, currency, created_at, expires_at, outcome FROM hold WHERE id = ?
                    """),
            arguments: [id.digest])
        guard let row else { throw BookingError.unknownHold }
        let created: Instant = row["created_at"]
        let expires: Instant = row["expires_at"]
        let total = Money(amount: row["total"], currency: try currency(row["currency"]))
        guard let outcome = Hold.Outcome(rawValue: row["outcome"]) else {
            throw damage("'\(row["outcome"] as String)' is no outcome of a hold")
        }
        return Hold(
            id: id, showtime: ShowtimeID(stored: row["showtime"]),
            seats: try SeatList.seats(from: row["seats"], in: total.currency),
            total: total, createdAt: created.date, expiresAt: expires.date, outcome: outcome)
    }

    static func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code: code) else { throw damage("'\(code)' is no currency") }
        return currency
    }

    static func damage(_ reason: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: reason)
    }
}
