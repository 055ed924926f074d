package import Booking
package import Cinema
package import Foundation
import GRDB

extension SQLiteStore {
    package func seats(of showtime: ShowtimeID) async throws -> SeatStates {
        let revision = memory.revision
        let now = Instant(environment.now())
        if let seats = memory.seats(of: showtime, in: revision, at: now) { return seats }
        let seen = try await read { try Self.reading(of: showtime, $0) }
        if !seen.hasExpired(at: now) {
            memory.keep(seen, of: showtime, in: revision)
            return seen.seats
        }
        // Time alone has freed seats. Their claims are removed first, so that the version tells.
        return try await write { [self] write in
            try removeExpiredClaims(of: showtime, &write)
            return try Self.reading(of: showtime, write.database).seats
        }
    }

    package func expire() async throws -> Date? {
        let next: @Sendable (Database) throws -> Instant? = { database in
            try Instant.fetchOne(
                database.cachedStatement(sql: "SELECT min(expires_at) FROM claim WHERE sold_to IS NULL"))
        }
        let now = Instant(environment.now())
        let first = try await read(next)
        guard let first, first <= now else { return first?.date }
        return try await write { [self] write in
            let showtimes = try String.fetchAll(
                write.database,
                sql: """
                    SELECT DISTINCT showtime FROM claim WHERE sold_to IS NULL AND expires_at <= ? ORDER BY showtime
                    """,
                arguments: [write.now])
            for showtime in showtimes {
                try removeExpiredClaims(of: ShowtimeID(stored: showtime), &write)
            }
            return try next(write.database)?.date
        }
    }

    package func tidy() async throws {
        try await write { [policy] write in
            let limit = Instant(write.now.date.addingTimeInterval(-policy.retention))
            try write.execute(
                "UPDATE hold SET client = NULL WHERE client IS NOT NULL AND expires_at <= ?", [write.now])
            try write.execute("DELETE FROM answer WHERE answered_at <= ?", [limit])
            try write.execute(
                """
                DELETE FROM hold WHERE outcome <> 'completed' AND expires_at <= ?
                AND NOT EXISTS (SELECT 1 FROM payment WHERE hold = hold.id)
                """, [limit])
        }
    }

    /// Everything that is claimed, without a look at the clock: so one version always has the same seats.
    private static func reading(of showtime: ShowtimeID, _ database: Database) throws -> SeatMemory.Reading {
        var sold: [SeatName] = []
        var held: [SeatName] = []
        var firstExpiry: Instant?
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT seat, expires_at FROM claim WHERE showtime = ? ORDER BY seat"),
            arguments: [showtime.text])
        while let row = try rows.next() {
            guard let expiry: Instant = row[1] else {
                sold.append(SeatName(stored: row[0]))
                continue
            }
            held.append(SeatName(stored: row[0]))
            firstExpiry = min(firstExpiry ?? expiry, expiry)
        }
        let version = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT version FROM seat_version WHERE showtime = ?"),
            arguments: [showtime.text])
        return SeatMemory.Reading(
            seats: SeatStates(version: version ?? 0, sold: sold, held: held), firstExpiry: firstExpiry)
    }
}
