package import Booking
package import Cinema
import Files
import Foundation
import GRDB
import SQLiteSupport
import Synchronization

/// A booking store in one SQLite file.
package final class SQLiteBookings: BookingDatabase {
    package let epoch: String
    package var seatChanges: any SeatChangeFeed { relay }
    private let environment: BookingEnvironment
    private let relay = SeatChangeRelay()
    private let file: StoreFile
    /// Which file was opened: another at its path, or none, is a store that this process does not write to.
    private let openedFile: FileIdentity?
    private let damage = Mutex<StoreError?>(nil)
    private let pool: DatabasePool
    private let writes: GroupCommit
    private let cache: SeatCache

    /// Opens the store, or creates it.
    ///
    /// - Throws: ``StoreError``; a file that is no booking store is left as it is.
    package init(path: String, environment: BookingEnvironment = BookingEnvironment()) throws {
        self.environment = environment
        let file = StoreFile(path: path)
        self.file = file
        try file.requireStoreOrNothing()
        try file.createWhole()
        openedFile = FileIdentity(path: path)
        (pool, epoch) = try file.explaining {
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
                // A savepoint keeps the pages as they were before it. A group of holds changes more of them than SQLite
                // keeps in memory by itself, and the temporary file was as long as all that was written to the log.
                try database.execute(sql: "PRAGMA temp_store = MEMORY")
            }
            let epoch = try pool.write { database in
                try SQLiteSchema.migrate(database)
                return try StoreEpoch.begin(database)
            }
            guard let epoch else { throw StoreError.corrupt(path: path, reason: "its row of itself is gone") }
            return (pool, epoch)
        }
        cache = SeatCache(path: path)
        writes = GroupCommit(pool: pool, environment: environment, relay: relay)
    }

    /// Opens a store that is there.
    ///
    /// - Throws: ``StoreError``.
    package convenience init(existing path: String) throws {
        try StoreFile(path: path).requireStore()
        try self.init(path: path)
    }

    package func claims(of showtime: ShowtimeID) async throws -> ShowtimeClaims {
        let revision = cache.revision
        if let claims = cache.claims(of: showtime, in: revision) { return claims }
        let claims = try await read { try $0.claims(of: showtime) }
        cache.keep(claims, of: showtime, in: revision)
        return claims
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingRows) throws -> Value
    ) async throws -> Value {
        try requireSameFile()
        do {
            return try await pool.read { [environment] database in
                try body(SQLiteRows(database, at: Instant(environment.now())))
            }
        } catch let error as DatabaseError {
            throw explanation(of: error)
        }
    }

    private func requireSameFile() throws(StoreError) {
        guard FileIdentity(path: file.path) != openedFile else { return }
        throw .replaced(path: file.path)
    }

    /// What was once seen to be damaged is not ready to sell, though much of it can still be read.
    private func explanation(of error: DatabaseError) -> any Error {
        let explanation = file.explanation(of: error)
        if let fault = explanation as? StoreError, case .corrupt = fault { damage.withLock { $0 = fault } }
        return explanation
    }

    /// All or nothing in a transaction begun IMMEDIATE, which others may share; durable when this returns. `now` is
    /// taken once it has begun.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingTransaction) throws -> Value
    ) async throws -> Value {
        try await commit { try body($0) }
    }

    private func commit<Value: Sendable>(
        _ body: @escaping @Sendable (SQLiteTransaction) throws -> Value
    ) async throws -> Value {
        try requireSameFile()
        do {
            return try await writes.write(body)
        } catch let error as DatabaseError {
            throw explanation(of: error)
        } catch let failure as GroupFailure {
            guard let error = failure.reason as? DatabaseError else { throw failure.reason }
            let explanation = explanation(of: error)
            throw explanation is StoreError
                ? explanation : StoreError.unusable(path: file.path, reason: error.reason)
        }
    }

    /// Asks the connection that writes: 2 is FULL.
    package func synchronousLevel() async throws -> Int? {
        try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Writes, because a disk can be full and still let a transaction begin.
    package func requireWritable() async throws {
        if let damage = damage.withLock({ $0 }) { throw damage }
        try await commit { try $0.execute("UPDATE store SET written_at = ?", [$0.now]) }
    }
}

extension BookingEngine {
    /// A store in one SQLite file, which is made where there is none.
    ///
    /// - Throws: ``StoreError``; a file that is no booking store is left as it is.
    package convenience init(
        sqlite path: String, keys: OrderKeyring, policy: BookingPolicy = BookingPolicy(),
        environment: BookingEnvironment = BookingEnvironment()
    ) throws {
        self.init(
            try SQLiteBookings(path: path, environment: environment), keys: keys, policy: policy,
            environment: environment)
    }
}
