/// What keeps a store right. It is a value only so that a test can take a guard away and see that it is needed; the
/// programs know ``all``.
package struct StoreGuards: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The table of claims has the key (showtime, seat).
    package static let seatKey = StoreGuards(rawValue: 1)
    /// A claim is taken over only when its time is over.
    package static let expiry = StoreGuards(rawValue: 2)
    /// A payment takes only the steps that follow from its state.
    package static let paymentState = StoreGuards(rawValue: 4)
    /// A call that was answered has no second effect.
    package static let idempotency = StoreGuards(rawValue: 8)
    /// A commit waits for the disk.
    package static let durability = StoreGuards(rawValue: 16)

    package static let all: StoreGuards = [.seatKey, .expiry, .paymentState, .idempotency, .durability]
}

extension StoreGuards {
    /// The columns of the table of claims: one row for each seat that is held or sold.
    var claimColumns: String {
        """
        showtime TEXT NOT NULL,
        seat TEXT NOT NULL,
        hold BLOB NOT NULL,
        expires_at INTEGER,
        sold_to BLOB,
        CHECK ((expires_at IS NULL) <> (sold_to IS NULL))
        """
    }

    var claimTable: String {
        contains(.seatKey)
            ? "CREATE TABLE claim (\(claimColumns), PRIMARY KEY (showtime, seat)) STRICT, WITHOUT ROWID"
            : "CREATE TABLE claim (\(claimColumns)) STRICT"
    }

    /// Claims a seat (of showtime ?1, named ?2) for hold ?3 until ?4, or, where an order ?5 is given, for good; takes over what
    /// expired by ?6, and what the hold itself has claimed. Changes one row, or, if the seat is taken, none.
    var claim: String {
        let insert = "INSERT INTO claim (showtime, seat, hold, expires_at, sold_to)"
        let values = "?1, ?2, ?3, ?4, ?5"
        guard contains(.seatKey) else { return "\(insert) SELECT \(values) WHERE ?6 IS NOT NULL" }
        let isOver = contains(.expiry) ? "(claim.expires_at <= ?6 OR claim.hold = excluded.hold)" : "?6 > 0"
        return """
            \(insert) VALUES (\(values))
            ON CONFLICT (showtime, seat) DO UPDATE
            SET hold = excluded.hold, expires_at = excluded.expires_at, sold_to = excluded.sold_to
            WHERE claim.sold_to IS NULL AND \(isOver)
            """
    }
}
