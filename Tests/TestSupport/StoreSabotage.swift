import GRDB

/// Takes from a booking store something that keeps it right, so that a test can see that it is needed.
package enum StoreSabotage: Sendable {
    /// The table of claims has no key, so that nothing keeps two claims of one seat apart.
    case noKey
    /// Claims are over as soon as they are made, so that whoever comes next takes the seat over.
    case claimsEndAtOnce
    /// No answer is there when its call is repeated.
    case answersAreForgotten

    /// To be done after the store was opened. What is done already is left as it is.
    package func harm(_ path: String) throws {
        try DatabaseQueue(path: path).write { database in
            switch self {
            case .noKey: try Self.removeKey(database)
            case .claimsEndAtOnce:
                for event in ["INSERT", "UPDATE"] {
                    try database.execute(
                        sql: """
                            CREATE TRIGGER IF NOT EXISTS claim_ends_after_\(event) AFTER \(event) ON claim
                            WHEN new.sold_to IS NULL BEGIN
                                UPDATE claim SET expires_at = 0 WHERE showtime = new.showtime AND seat = new.seat;
                            END
                            """)
                }
            case .answersAreForgotten:
                try database.execute(
                    sql: """
                        CREATE TRIGGER IF NOT EXISTS answer_is_forgotten AFTER INSERT ON answer BEGIN
                            DELETE FROM answer WHERE key = new.key;
                        END
                        """)
            }
        }
    }

    private static func removeKey(_ database: Database) throws {
        guard try database.primaryKey("claim").columns != ["rowid"] else { return }
        try database.execute(
            sql: """
                CREATE TABLE keyless (
                    showtime TEXT NOT NULL, seat TEXT NOT NULL, hold BLOB NOT NULL, expires_at INTEGER, sold_to BLOB
                ) STRICT;
                INSERT INTO keyless SELECT showtime, seat, hold, expires_at, sold_to FROM claim;
                DROP TABLE claim;
                ALTER TABLE keyless RENAME TO claim;
                """)
    }
}
