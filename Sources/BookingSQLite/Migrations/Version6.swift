import GRDB

/// From version 5 to 6: what is known of orders, payments and showings beside what is sold.
enum Version6 {
    static func migrate(_ database: Database) throws {
        try database.execute(sql: sealedNames)
        try SaleEntries.migrate(database)
        try database.execute(sql: referencesOfPayments)
        try database.execute(sql: closedShowings)
    }

    /// The names of orders and tickets for who has the keys (``OrderKeyring``, ``TicketSeal``). Before, they followed from the names of
    /// their holds.
    private static let sealedNames = """
        ALTER TABLE "order" ADD COLUMN sealed BLOB;
        ALTER TABLE ticket ADD COLUMN sealed BLOB;
        """

    /// What the provider calls a payment (``PaymentReference``). Before, it went by our name for it alone.
    private static let referencesOfPayments = """
        ALTER TABLE payment ADD COLUMN reference TEXT;
        UPDATE payment SET reference = id;
        CREATE UNIQUE INDEX payment_by_reference ON payment (reference);
        """

    /// The showings of which nothing is sold any more (``ClosedShowing``).
    private static let closedShowings = """
        CREATE TABLE closed_showing (
            showtime TEXT PRIMARY KEY,
            closed_at INTEGER NOT NULL,
            reason TEXT
        ) STRICT, WITHOUT ROWID;
        """
}
