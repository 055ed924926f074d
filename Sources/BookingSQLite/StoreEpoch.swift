import GRDB

/// In which of its lives a store is. A version of seats says something beside versions of the same epoch alone: a copy counts on
/// from where it was made, and what it sells is other than what the store has sold since.
enum StoreEpoch {
    /// Since version 5: a copy has none until it is opened, so each time that it is put in the place of the store it begins another.
    static let schema = """
        CREATE TABLE present_store (epoch TEXT, written_at INTEGER NOT NULL DEFAULT 0) STRICT;
        INSERT INTO present_store (epoch, written_at) SELECT identity, written_at FROM store;
        DROP TABLE store;
        ALTER TABLE present_store RENAME TO store;
        """

    /// - Returns: the store's epoch, which begins now if it has none; `nil` if the store has lost its row.
    static func begin(_ database: Database) throws -> String? {
        try database.execute(sql: "UPDATE store SET epoch = lower(hex(randomblob(8))) WHERE epoch IS NULL")
        return try String.fetchOne(database, sql: "SELECT epoch FROM store")
    }

    /// Makes a copy of it a store whose epoch has not begun. One of an earlier version keeps its form, for who goes back to
    /// that: it gets another name at once.
    static func end(_ database: Database) throws {
        let isOlder = try SQLiteSchema.version(of: database) < 5
        try database.execute(
            sql: isOlder
                ? "UPDATE store SET identity = lower(hex(randomblob(4)))" : "UPDATE store SET epoch = NULL")
    }
}
