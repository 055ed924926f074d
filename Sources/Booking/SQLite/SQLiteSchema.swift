import GRDB

/// The tables of a booking store. Instants are milliseconds since 1970, amounts are minor units.
struct SQLiteSchema {
    /// "MRQB": tells a booking store from any other SQLite file.
    static let applicationID = 0x4D52_5142

    /// One script for each version; a store at version n has run the first n.
    let versions: [String]

    init(seatGuard: SeatGuard) {
        versions = [Self.first(claimTable: seatGuard.table)]
    }

    func migrate(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        for script in versions.dropFirst(version) {
            try database.execute(sql: script)
        }
        try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(versions.count)")
    }

    private static func first(claimTable: String) -> String {
        """
        CREATE TABLE store (identity TEXT NOT NULL) STRICT;
        INSERT INTO store VALUES (lower(hex(randomblob(4))));

        CREATE TABLE hold (
            id TEXT PRIMARY KEY,
            showtime TEXT NOT NULL,
            seats TEXT NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            sold_to TEXT,
            released INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        \(claimTable);
        CREATE INDEX claim_by_expiry ON claim (expires_at) WHERE sold_to IS NULL;

        CREATE TABLE seat_version (
            showtime TEXT PRIMARY KEY,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE payment (
            id TEXT PRIMARY KEY,
            hold TEXT NOT NULL REFERENCES hold (id),
            state TEXT NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            started_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX payment_unfinished ON payment (state) WHERE state IN ('started', 'sold', 'voiding');
        CREATE INDEX payment_by_hold ON payment (hold);

        CREATE TABLE "order" (
            id TEXT PRIMARY KEY,
            hold TEXT NOT NULL UNIQUE REFERENCES hold (id),
            payment TEXT NOT NULL UNIQUE REFERENCES payment (id),
            status TEXT NOT NULL,
            showtime TEXT NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ticket (
            id TEXT PRIMARY KEY,
            order_id TEXT NOT NULL REFERENCES "order" (id),
            place INTEGER NOT NULL,
            showtime TEXT NOT NULL,
            seat TEXT NOT NULL,
            ticket_type TEXT NOT NULL,
            price INTEGER NOT NULL,
            currency TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX ticket_by_order ON ticket (order_id, place);

        CREATE TABLE answer (
            key TEXT PRIMARY KEY,
            fingerprint BLOB NOT NULL,
            status INTEGER NOT NULL,
            content_type TEXT NOT NULL,
            location TEXT,
            body BLOB NOT NULL,
            answered_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answer_by_age ON answer (answered_at);
        """
    }
}
