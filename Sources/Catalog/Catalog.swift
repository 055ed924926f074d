import Files
package import Foundation
import GRDB
import SQLiteSupport

/// `catalog.sqlite`: what is on. One SQLite file, so that it can be copied, mailed and put on read-only media.
///
/// Readers and a writer take turns (rollback journal): a reader sees one state for as long as its transaction lasts,
/// and a writer's changes appear all at once.
package final class Catalog: Sendable {
    package let path: String
    let queue: DatabaseQueue

    /// How long a catalog is waited for that somebody else has locked.
    package static let patience = Duration.seconds(10)

    /// Opens a catalog that exists, for reading only; one of an older version of Marquee is first brought up to date.
    ///
    /// - Throws: ``CatalogError``.
    package init(readingFrom path: String, patience: Duration = Catalog.patience) throws {
        try Self.requireFile(path)
        self.path = path
        var configuration = Self.configuration
        configuration.readonly = true
        configuration.busyMode = .timeout(patience / .seconds(1))
        queue = try Self.explaining(path, otherwise: CatalogError.unreadable) {
            let queue = try Self.takingBackInterruptedWrite(path) {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.read { try Self.requireCatalog($0, path: path) }
                return queue
            }
            let isUpToDate = try queue.read(Schema.migrator.hasCompletedMigrations)
            if !isUpToDate { _ = try Catalog(writingTo: path) }
            try queue.read { try $0.requireOfferTables() }
            return queue
        }
    }

    /// Opens a catalog for reading and writing; creates it, or brings its tables up to date, where needed.
    ///
    /// - Throws: ``CatalogError``; a file that is no catalog is left as it is.
    package init(writingTo path: String) throws {
        self.path = path
        do throws(FileError) { _ = try DatabaseFiles(path).requireOrNothing() } catch {
            throw CatalogError.unusable(error)
        }
        try Self.requireOwnLog(path)
        queue = try Self.explaining(path, otherwise: CatalogError.unwritable) {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            let isNew = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") == 0 }
            if !isNew {
                try queue.read { database in
                    try Self.requireCatalog(database, path: path)
                    try Self.requireReferences(database, path: path)
                }
            }
            try Schema.migrator.migrate(queue)
            return queue
        }
    }

    /// Runs `body` with a reader of the programme, in one transaction that sees one state of the catalog.
    ///
    /// - Parameter now: showtimes that are over by then are left out.
    package func read<Value>(at now: Date, _ body: (ProgrammeReader) throws -> Value) throws -> Value {
        try read { try body(ProgrammeReader($0, now: now)) }
    }

    /// As ``read(_:)``, from a file into which anything may have been written since it was opened.
    ///
    /// - Parameter patience: how long it is waited for if somebody has locked it.
    func readCarefully<Value>(patience: Duration, _ body: (Database) throws -> Value) throws -> Value {
        try Self.explaining(path, otherwise: CatalogError.unreadable) {
            try queue.read { database in
                try database.execute(sql: "PRAGMA busy_timeout = \(Int(patience / .milliseconds(1)))")
                try Self.requireCatalog(database, path: path)
                guard try Schema.migrator.hasCompletedMigrations(database) else {
                    throw CatalogError.notACatalog(path: path)
                }
                try database.requireOfferTables()
                return try body(database)
            }
        }
    }

    /// A number that is another after each commit of somebody else, as long as this catalog is open.
    package func version() throws -> Int {
        try Self.explaining(path, otherwise: CatalogError.unreadable) {
            try queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        }
    }

    /// Writes a copy, as the catalog is at one moment, to a file that is not there yet. Who reads for long reads from a
    /// copy, and keeps no writer waiting.
    package func copy(to path: String) throws {
        try Self.explaining(path, otherwise: CatalogError.unwritable) {
            try queue.backup(to: DatabaseQueue(path: path))
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "catalog"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            // A long import stays in memory until it commits, so that readers are kept out for that moment only.
            try database.execute(sql: "PRAGMA cache_spill = OFF")
            // In kibibytes: enough for the inner pages of all tables of a country's programme.
            try database.execute(sql: "PRAGMA cache_size = -16384")
        }
        return configuration
    }

    /// A program that was killed while it wrote has left a journal, by which its change has to be taken back before anybody can
    /// read. Who opens the file for reading alone may not do that.
    private static func takingBackInterruptedWrite<Opened>(_ path: String, _ open: () throws -> Opened) throws -> Opened
    {
        do {
            return try open()
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            try explaining(path, otherwise: CatalogError.interrupted) {
                try DatabaseQueue(path: path, configuration: configuration).read { _ = try $0.tableExists("movie") }
            }
            return try open()
        }
    }

    /// - Throws: ``CatalogError`` unless there is a file to read.
    private static func requireFile(_ path: String) throws {
        do throws(FileError) {
            try DatabaseFiles(path).require()
        } catch {
            throw error.reason == .missing ? CatalogError.missing(path: path) : .unusable(error)
        }
        guard FileStamp(following: path)?.size != 0 else { throw CatalogError.empty(path: path) }
        try requireOwnLog(path)
    }

    private static func requireOwnLog(_ path: String) throws {
        do throws(ForeignLog) { try ForeignLog.require(noneBeside: path) } catch {
            throw CatalogError.foreignLog(error)
        }
    }

    private static func requireCatalog(_ database: Database, path: String) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID else {
            throw CatalogError.notACatalog(path: path)
        }
        guard try !Schema.migrator.hasBeenSuperseded(database) else { throw CatalogError.newerSchema(path: path) }
    }

    /// A migration ends where a row names one that is not there, and SQLite tells of no more than that there is such a row.
    private static func requireReferences(_ database: Database, path: String) throws {
        if try Schema.migrator.hasCompletedMigrations(database) { return }
        do {
            try ProgrammeReader(database, now: .distantPast).requireReferences()
        } catch let error as DanglingReferences {
            throw CatalogError.dangling(path: path, error)
        }
    }

    /// Turns what SQLite says of a file into what a person can act on.
    static func explaining<Value>(
        _ path: String, otherwise: (_ path: String, _ reason: String) -> CatalogError, _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch let error as TwoSpellings {
            throw CatalogError.twoSpellings(path: path, what: error.what)
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
                throw CatalogError.corrupt(path: path, reason: error.reason)
            case .SQLITE_BUSY: throw CatalogError.locked(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_FULL:
                throw otherwise(path, error.reason)
            default: throw error
            }
        }
    }
}
