import Booking
package import Foundation
import GRDB

/// Takes names and e-mail addresses out of a store, and their bytes out of its file.
package struct StoreErasure {
    private let store: StoreFile

    package init(of path: String) {
        store = StoreFile(path: path)
    }

    /// - Returns: how many orders there were to erase from.
    /// - Throws: ``StoreError``.
    package func erase(before date: Date) throws -> Int {
        try erase("created_at < ?", Instant(date).databaseValue)
    }

    /// - Parameter email: in any way to write it.
    /// - Returns: how many orders there were to erase from.
    /// - Throws: ``StoreError``.
    package func erase(email: String) throws -> Int {
        try erase("mailbox = ?", Mailbox(email).key.databaseValue)
    }

    private func erase(_ condition: String, _ value: DatabaseValue) throws -> Int {
        try store.requireStore()
        return try store.explaining {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            return try DatabaseQueue(path: store.path, configuration: configuration).inDatabase { database in
                try database.inTransaction {
                    try SQLiteSchema.migrate(database)
                    return .commit
                }
                // Otherwise what was erased could still be read in the file, until something else is written there.
                try database.execute(sql: "PRAGMA secure_delete = ON")
                try database.execute(
                    sql: """
                        UPDATE "order" SET name = NULL, email = NULL, mailbox = NULL
                        WHERE (name IS NOT NULL OR email IS NOT NULL) AND \(condition)
                        """,
                    arguments: [value])
                let count = database.changesCount
                // The log has them, too. A reader may keep some of it in use; what is left, the next writes cover.
                _ = try? database.checkpoint(.truncate)
                return count
            }
        }
    }
}
