import Foundation
import GRDB

/// A booking store in one SQLite file.
package final class SQLiteStore: BookingStore {
    package let identity: String
    let environment: BookingEnvironment
    let policy: BookingPolicy
    let seatGuard: SeatGuard
    private let path: String
    private let pool: DatabasePool
    private let writes: GroupCommit
    let memory: SeatMemory

    /// Opens the store, or creates it.
    ///
    /// - Throws: ``StoreError``; a file that is no booking store is left as it is.
    package init(
        path: String, policy: BookingPolicy = BookingPolicy(), environment: BookingEnvironment = BookingEnvironment(),
        seatGuard: SeatGuard = .uniqueKey
    ) throws {
        self.path = path
        self.policy = policy
        self.environment = environment
        self.seatGuard = seatGuard
        let schema = SQLiteSchema(seatGuard: seatGuard)
        try Self.requireStoreOrNothing(at: path, schema: schema)
        (pool, identity) = try Self.explaining(path) {
            var configuration = Configuration()
            configuration.label = "booking"
            configuration.busyMode = .timeout(10)
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // The pool chose NORMAL when it opened, which may lose the last commits in a power cut.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // Ids are random, so commits touch pages all over the file: 32 MB of log, instead of 4, are moved there
                // at once, most pages only once; and 32 MB of pages are at hand instead of 2.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32000")
            }
            let identity = try pool.write { database in
                try schema.migrate(database)
                return try String.fetchOne(database, sql: "SELECT identity FROM store")
            }
            guard let identity else { throw StoreError.corrupt(path: path, reason: "its identity is gone") }
            return (pool, identity)
        }
        memory = SeatMemory(path: path)
        writes = GroupCommit(pool: pool, environment: environment)
    }

    /// Looks before the file is opened for writing, which would change it.
    private static func requireStoreOrNothing(at path: String, schema: SQLiteSchema) throws {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard let size, size > 0 else { return }
        try explaining(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            try DatabaseQueue(path: path, configuration: configuration).read { database in
                guard try Int.fetchOne(database, sql: "PRAGMA application_id") == SQLiteSchema.applicationID else {
                    throw StoreError.notAStore(path: path)
                }
                guard try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 <= schema.versions.count else {
                    throw StoreError.newerSchema(path: path)
                }
            }
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await pool.read(body)
        } catch let error as DatabaseError {
            throw Self.explanation(of: error, path)
        }
    }

    /// All or nothing in a transaction begun IMMEDIATE, which others may share; durable when this returns. `now` is
    /// taken once it has begun.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database, Instant) throws -> Value) async throws -> Value {
        do {
            return try await writes.write(body)
        } catch let error as DatabaseError {
            throw Self.explanation(of: error, path)
        } catch let failure as GroupFailure {
            guard let error = failure.reason as? DatabaseError else { throw failure.reason }
            let explanation = Self.explanation(of: error, path)
            throw explanation is StoreError
                ? explanation : StoreError.unusable(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// How many writes wait for those before them.
    package var waitingWrites: Int { writes.waitingCount }

    /// Asks the connection that writes: 2 is FULL.
    package func synchronousLevel() async throws -> Int? {
        try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    package func requireWritable() async throws {
        do {
            try await pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) { .rollback }
            }
        } catch let error as DatabaseError {
            throw Self.explanation(of: error, path)
        }
    }

    private static func explaining<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw explanation(of: error, path)
        }
    }

    private static func explanation(of error: DatabaseError, _ path: String) -> any Error {
        let reason = error.message ?? "\(error.resultCode)"
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: StoreError.corrupt(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_BUSY, .SQLITE_FULL:
            StoreError.unusable(path: path, reason: reason)
        default: error
        }
    }
}
