import Booking
import GRDB

/// The tables of a booking store.
///
/// Instants are milliseconds since 1970, amounts are minor units. The names of holds, orders and tickets are kept as
/// digests (``Identifier/digest``): who reads the store learns none of them.
///
/// All steps are one transaction, begun IMMEDIATE: of two programs that open a store at once, one brings it up to date and the
/// other finds it so. (GRDB's migrator asks what there is to do before its transactions begin.)
enum SQLiteSchema {
    /// "MRQB": tells a booking store from any other SQLite file.
    static let applicationID = 0x4D52_5142
    /// Version 1 was never released, and nothing leads from it to the next.
    static let firstVersion = 2
    static let currentVersion = 6

    /// - Returns: 0 if it has no tables yet.
    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Makes the tables where there are none yet, and brings those of an earlier version up to date.
    static func migrate(_ database: Database) throws {
        let version = try version(of: database)
        if version == 0 {
            try database.execute(sql: tables)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        if version == 2 { try NormalForms.migrate(database) }
        if version < 3 {
            try database.execute(sql: clientsOfHolds)
            try database.execute(sql: recordsOfShowings)
            try database.execute(sql: leasesOfPayments)
        }
        if version < 4 {
            try database.execute(sql: factsOfAnswers)
            try OrderNumbers.migrate(database)
            try database.execute(sql: outbox)
        }
        if version < 5 {
            try database.execute(sql: StoreEpoch.schema)
        }
        if version < 6 { try Version6.migrate(database) }
        try database.execute(sql: "PRAGMA user_version = \(currentVersion)")
    }

    /// Since version 3: whose an open hold is, as ``ClientDigest`` says it.
    private static let clientsOfHolds = """
        ALTER TABLE hold ADD COLUMN client BLOB;
        CREATE INDEX hold_by_client ON hold (client) WHERE client IS NOT NULL;
        """

    /// Since version 3: who works on a payment, and until when no other may (``BookingPolicy/paymentLease``).
    private static let leasesOfPayments = """
        ALTER TABLE payment ADD COLUMN worker BLOB;
        ALTER TABLE payment ADD COLUMN leased_until INTEGER;
        """

    /// Since version 3: what was known of a showing, and when (``ShowingRecord``). Before, it was what was known last.
    private static let recordsOfShowings = """
        ALTER TABLE hold ADD COLUMN showing_sequence INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE showing RENAME TO last_showing;
        CREATE TABLE showing (
            showtime TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            facts TEXT NOT NULL,
            standing TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (showtime, sequence)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO showing (showtime, sequence, facts, standing, recorded_at)
        SELECT showtime, 0, facts, 'scheduled', 0 FROM last_showing;
        DROP TABLE last_showing;
        """

    /// Since version 4: an answer is kept as its facts (``KeptAnswer``). Before, it was kept as it was sent, which nobody makes
    /// facts of; calls that were answered before are unknown, and what they did is in their holds and orders.
    private static let factsOfAnswers = """
        DELETE FROM answer;
        ALTER TABLE answer ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
        """

    /// Since version 4: what has happened, in the order in which it did, for who carries it outside (``BookingEvent``).
    private static let outbox = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            happened_at INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        """

    private static let tables = """
        CREATE TABLE store (identity TEXT NOT NULL, written_at INTEGER NOT NULL DEFAULT 0) STRICT;
        INSERT INTO store (identity) VALUES (lower(hex(randomblob(4))));

        CREATE TABLE hold (
            id BLOB PRIMARY KEY,
            showtime TEXT NOT NULL,
            seats TEXT NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            outcome TEXT NOT NULL DEFAULT 'open'
        ) STRICT, WITHOUT ROWID;

        -- One row for each seat that is held or sold: the key is what sells a seat once.
        CREATE TABLE claim (
            showtime TEXT NOT NULL,
            seat TEXT NOT NULL,
            hold BLOB NOT NULL,
            expires_at INTEGER,
            sold_to BLOB,
            PRIMARY KEY (showtime, seat),
            CHECK ((expires_at IS NULL) <> (sold_to IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_by_expiry ON claim (expires_at) WHERE sold_to IS NULL;

        CREATE TABLE seat_version (
            showtime TEXT PRIMARY KEY,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE showing (
            showtime TEXT PRIMARY KEY,
            facts TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE payment (
            id TEXT PRIMARY KEY,
            hold BLOB NOT NULL REFERENCES hold (id),
            attempt INTEGER NOT NULL,
            state TEXT NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            decline_code TEXT,
            -- Only while the buyer is with their bank:
            challenge TEXT,
            hold_name TEXT,
            name TEXT,
            email TEXT,
            UNIQUE (hold, attempt)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX payment_unfinished ON payment (state)
            WHERE state IN \(PaymentState.unfinishedList);

        CREATE TABLE "order" (
            id BLOB PRIMARY KEY,
            hold BLOB NOT NULL UNIQUE REFERENCES hold (id),
            payment TEXT NOT NULL UNIQUE REFERENCES payment (id),
            showtime TEXT NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            name TEXT,
            email TEXT,
            created_at INTEGER NOT NULL,
            mailbox TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX order_by_buyer ON "order" (showtime, mailbox) WHERE mailbox IS NOT NULL;

        CREATE TABLE ticket (
            id BLOB PRIMARY KEY,
            order_id BLOB NOT NULL REFERENCES "order" (id),
            place INTEGER NOT NULL,
            seat TEXT NOT NULL,
            ticket_type TEXT NOT NULL,
            price INTEGER NOT NULL,
            UNIQUE (order_id, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE answer (
            key BLOB PRIMARY KEY,
            fingerprint BLOB NOT NULL,
            sealed BLOB NOT NULL,
            answered_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answer_by_age ON answer (answered_at);
        """
}
