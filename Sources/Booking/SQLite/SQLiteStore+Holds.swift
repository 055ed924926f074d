import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    package func place(_ quote: Quote, answering: Answering<Hold>?) async throws -> Hold {
        // Done before the seats are claimed: there, all who write wait.
        var random = environment.random()
        let id = HoldID(random: &random)
        let seats = try Self.text(of: quote.seats)
        return try await write { [self] database, now in
            let hold = Hold(id: id, quote: quote, createdAt: now.date, policy: policy)
            let taken = try claim(hold, soldTo: nil, at: now, database)
            guard taken.isEmpty else { throw BookingError.seatsUnavailable(taken) }
            try database.cachedStatement(
                sql: """
                    INSERT INTO hold (id, showtime, seats, total, currency, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                hold.id.text, hold.showtime, seats, hold.total.amount,
                hold.total.currency.code, now, Instant(hold.expiresAt),
            ])
            try Self.countChange(of: hold.showtime, database)
            try Self.keep(answering, hold, at: now, database)
            return hold
        }
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
        try await write { [policy] database, now in
            let hold = try Self.requireHold(id, database).extended(at: now.date, policy: policy)
            let expiry = Instant(hold.expiresAt)
            try database.execute(
                sql: "UPDATE hold SET expires_at = ? WHERE id = ?", arguments: [expiry, id.text])
            for seat in hold.seats {
                try database.cachedStatement(
                    sql: """
                        UPDATE claim SET expires_at = ?
                        WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL
                        """
                ).execute(arguments: [expiry, hold.showtime, seat.seat, id.text])
                // Possible only if the clock was set back after someone took the seat over.
                guard database.changesCount == 1 else { throw BookingError.holdExpired }
            }
            try Self.keep(answering, hold, at: now, database)
            return hold
        }
    }

    package func release(_ id: HoldID) async throws {
        try await write { database, now in
            let hold = try Self.requireHold(id, database)
            try hold.requireOpen(at: now.date)
            try database.execute(sql: "UPDATE hold SET released = 1 WHERE id = ?", arguments: [id.text])
            for seat in hold.seats {
                try database.cachedStatement(
                    sql: "DELETE FROM claim WHERE showtime = ? AND seat = ? AND hold = ? AND sold_to IS NULL"
                ).execute(arguments: [hold.showtime, seat.seat, id.text])
            }
            try Self.countChange(of: hold.showtime, database)
        }
    }

    static func requireHold(_ id: HoldID, _ database: Database) throws -> Hold {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT showtime, seats, total, currency, created_at, expires_at, sold_to, released
                    FROM hold WHERE id = ?
                    """),
            arguments: [id.text])
        guard let row else { throw BookingError.unknownHold }
        let created: Instant = row["created_at"]
        let expires: Instant = row["expires_at"]
        let order: String? = row["sold_to"]
        let outcome: Hold.Outcome =
            if let order { .completed(OrderID(stored: order)) } else if row["released"] { .released } else { .open }
        return Hold(
            id: id, showtime: row["showtime"], seats: try seats(from: row["seats"]),
            total: Money(amount: row["total"], currency: try currency(row["currency"])),
            createdAt: created.date, expiresAt: expires.date, outcome: outcome)
    }

    static func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code: code) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "'\(code)' is no currency")
        }
        return currency
    }

    private static func text(of seats: [PricedSeat]) throws -> String {
        String(decoding: try JSONEncoder().encode(seats), as: UTF8.self)
    }

    private static func seats(from text: String) throws -> [PricedSeat] {
        try JSONDecoder().decode([PricedSeat].self, from: Data(text.utf8))
    }
}
