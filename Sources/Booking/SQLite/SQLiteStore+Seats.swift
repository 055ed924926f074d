import GRDB

extension SQLiteStore {
    package func seats(of showtime: String) async throws -> SeatStates {
        let revision = memory.revision
        let now = Instant(environment.now())
        if let seats = memory.seats(of: showtime, in: revision, at: now) { return seats }
        let seen = try await read { try Self.reading(of: showtime, $0) }
        if !seen.hasExpired(at: now) {
            memory.keep(seen, of: showtime, in: revision)
            return seen.seats
        }
        // Time alone has freed seats. Their claims are removed first, so that the version tells.
        return try await write { database, now in
            try Self.removeExpiredClaims(of: showtime, at: now, database)
            return try Self.reading(of: showtime, database).seats
        }
    }

    package func tidy() async throws {
        try await write { database, now in
            let showtimes = try String.fetchAll(
                database, sql: "SELECT DISTINCT showtime FROM claim WHERE sold_to IS NULL AND expires_at <= ?",
                arguments: [now])
            for showtime in showtimes {
                try Self.removeExpiredClaims(of: showtime, at: now, database)
            }
            let yesterday = Instant(milliseconds: now.milliseconds - 86_400_000)
            try database.execute(sql: "DELETE FROM answer WHERE answered_at <= ?", arguments: [yesterday])
            try database.execute(
                sql: """
                    DELETE FROM hold WHERE sold_to IS NULL AND expires_at <= ?
                    AND NOT EXISTS (SELECT 1 FROM payment WHERE hold = hold.id)
                    """, arguments: [yesterday])
        }
    }

    /// Everything that is claimed, without a look at the clock: so one version always has the same seats.
    private static func reading(of showtime: String, _ database: Database) throws -> SeatMemory.Reading {
        var sold: [String] = []
        var held: [String] = []
        var firstExpiry: Instant?
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT seat, expires_at FROM claim WHERE showtime = ? ORDER BY seat"),
            arguments: [showtime])
        while let row = try rows.next() {
            guard let expiry: Instant = row[1] else {
                sold.append(row[0])
                continue
            }
            held.append(row[0])
            firstExpiry = min(firstExpiry ?? expiry, expiry)
        }
        let version = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT version FROM seat_version WHERE showtime = ?"),
            arguments: [showtime])
        return SeatMemory.Reading(
            seats: SeatStates(version: version ?? 0, sold: sold, held: held), firstExpiry: firstExpiry)
    }

    private static func removeExpiredClaims(of showtime: String, at now: Instant, _ database: Database) throws {
        try database.execute(
            sql: "DELETE FROM claim WHERE showtime = ? AND sold_to IS NULL AND expires_at <= ?",
            arguments: [showtime, now])
        if database.changesCount > 0 {
            try countChange(of: showtime, database)
        }
    }

    /// Every transaction that changes claims of a showtime calls this once.
    static func countChange(of showtime: String, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO seat_version (showtime, version) VALUES (?, 1)
                ON CONFLICT (showtime) DO UPDATE SET version = version + 1
                """
        ).execute(arguments: [showtime])
    }
}
