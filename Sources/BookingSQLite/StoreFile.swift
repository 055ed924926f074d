import Booking
import Files
import Foundation
import GRDB
import SQLiteSupport

/// The file of a store, before it is opened for writing, which would change it.
struct StoreFile: Sendable {
    let path: String

    /// - Throws: ``StoreError`` if there is a file that this version cannot use.
    func requireStoreOrNothing() throws {
        guard try explainingFile({ () throws(FileError) in try DatabaseFiles(path).requireOrNothing() }),
            FileStamp(following: path)?.size != 0
        else { return }
        do { try ForeignLog.require(noneBeside: path) } catch { throw StoreError.foreignLog("\(error)") }
        try explaining {
            try reader().read { database in
                guard try Int.fetchOne(database, sql: "PRAGMA application_id") == SQLiteSchema.applicationID else {
                    throw StoreError.notAStore(path: path)
                }
                let version = try SQLiteSchema.version(of: database)
                guard version <= SQLiteSchema.currentVersion else { throw StoreError.newerSchema(path: path) }
                guard version >= SQLiteSchema.firstVersion else { throw StoreError.unreleasedSchema(path: path) }
                let damage = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
                guard damage == "ok" else { throw StoreError.corrupt(path: path, reason: damage ?? "unreadable") }
            }
        }
    }

    /// - Throws: ``StoreError``, also if there is no file.
    func requireStore() throws {
        guard FileStamp(at: path) != nil else { throw StoreError.missing(path: path) }
        try requireStoreOrNothing()
        guard FileStamp(following: path)?.size != 0 else { throw StoreError.empty(path: path) }
    }

    /// Creates the store where there is none, whole or not at all, so that only its owner may read it.
    ///
    /// - Throws: ``StoreError``.
    func createWhole() throws {
        do {
            try explaining {
                try DatabaseFiles(path).createWhole { draft in
                    let queue = try DatabaseQueue(path: draft)
                    try queue.write { try SQLiteSchema.migrate($0) }
                    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
                    try queue.close()
                }
            }
        } catch let error as FileError {
            throw StoreError.noFile(error)
        }
    }

    /// A connection that changes nothing.
    func reader() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { TextFunctions.add(to: $0) }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private func explainingFile<Value>(_ body: () throws(FileError) -> Value) throws -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            throw StoreError.noFile(error)
        }
    }

    /// Says what SQLite's errors mean for the file.
    func explaining<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw explanation(of: error)
        }
    }

    func explanation(of error: DatabaseError) -> any Error {
        let reason = error.reason
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: StoreError.corrupt(path: path, reason: reason)
        case .SQLITE_BUSY: StoreError.locked(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_FULL:
            StoreError.unusable(path: path, reason: reason)
        default: error
        }
    }
}
