import GRDB

extension SQLiteStore {
    package func seats(of showtime: String) async throws -> SeatStates {
        let now = Instant(environment.now())
        let seen = try await read { database -> SeatStates? in
            let expired = try Bool.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM claim WHERE showtime = ? AND sold_to IS NULL AND expires_at <= ?)
                        """), arguments: [showtime, now])
            return expired == true ? nil : try Self.seats(of: showtime, database)
        }
        if let seen { return seen }
        // Time alone has freed seats. Their claims are removed first, so that the version tells.
        return try await write { database, now in
            try Self.removeExpiredClaims(of: showtime, at: now, database)
            return try Self.seats(of: showtime, database)
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
    private static func seats(of showtime: String, _ database: Database) throws -> SeatStates {
        var sold: [String] = []
        var held: [String] = []
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT seat, sold_to IS NOT NULL FROM claim WHERE showtime = ? ORDER BY seat"),
            arguments: [showtime])
        while let row = try rows.next() {
            if row[1] { sold.append(row[0]) } else { held.append(row[0]) }
        }
        let version = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT version FROM seat_version WHERE showtime = ?"),
            arguments: [showtime])
        return SeatStates(version: version ?? 0, sold: sold, held: held)
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
