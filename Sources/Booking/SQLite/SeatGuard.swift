/// How a store keeps two buyers from one seat: the table of claims, and the one statement that claims.
///
/// It is a value only so that a test can take the guard away and see that the race is real.
package struct SeatGuard: Sendable {
    package let table: String
    /// Claims `:seat` of `:showtime` for `:hold` until `:expires`, or, where `:order` is given, for good; takes over
    /// what expired by `:now`, and what `:hold` itself has claimed. Changes one row, or, if the seat is taken, none.
    package let claim: String

    package init(table: String, claim: String) {
        self.table = table
        self.claim = claim
    }

    package static let uniqueKey = SeatGuard(
        table: """
            CREATE TABLE claim (
                showtime TEXT NOT NULL,
                seat TEXT NOT NULL,
                hold TEXT NOT NULL,
                expires_at INTEGER,
                sold_to TEXT,
                PRIMARY KEY (showtime, seat),
                CHECK ((expires_at IS NULL) <> (sold_to IS NULL))
            ) STRICT, WITHOUT ROWID
            """,
        claim: """
            INSERT INTO claim (showtime, seat, hold, expires_at, sold_to)
            VALUES (:showtime, :seat, :hold, :expires, :order)
            ON CONFLICT (showtime, seat) DO UPDATE
            SET hold = excluded.hold, expires_at = excluded.expires_at, sold_to = excluded.sold_to
            WHERE claim.sold_to IS NULL AND (claim.expires_at <= :now OR claim.hold = excluded.hold)
            """)
}
