import Booking
import BookingService
import Catalog
import Cinema
import Foundation
import GRDB
import Logging
import Synchronization
import Testing

/// What can become of a catalog while a server sells from it.
enum CatalogAccident: String, CaseIterable, Sendable {
    case garbage, empty, folder, pipe, danglingLink, loop, device, otherDatabase, newer, missing
    case overwritten, truncated, halfCopied, tableless

    /// Whether the file itself is another by then, and the old one has lost its name.
    var isReplacement: Bool { ![.overwritten, .truncated, .halfCopied, .tableless].contains(self) }

    func happen(to path: String) throws {
        if isReplacement { unlink(path) }
        switch self {
        case .garbage: try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: path))
        case .empty: try Data().write(to: URL(filePath: path))
        case .folder: #expect(mkdir(path, 0o755) == 0)
        case .pipe: #expect(mkfifo(path, 0o644) == 0)
        case .danglingLink: #expect(symlink("nothing", path) == 0)
        case .loop: #expect(symlink(path, path) == 0)
        case .device: #expect(symlink("/dev/zero", path) == 0)
        case .otherDatabase: try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE cat (name)") }
        case .newer:
            try TestCatalog.write(to: path)
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999: the future')")
            }
        case .missing: break
        case .overwritten:
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.write(contentsOf: Data(repeating: 0x58, count: 100_000))
            try file.close()
        case .truncated: #expect(truncate(path, 0) == 0)
        case .tableless:
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            try DatabaseQueue(path: path, configuration: configuration).write {
                try $0.execute(sql: "ALTER TABLE price RENAME TO cost")
            }
        case .halfCopied:
            // As a copy that is under way: the header of another state, and less than it promises.
            try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE price SET amount = 1") }
            #expect(truncate(path, 8192) == 0)
        }
    }
}

@Suite("A catalog that cannot be read while the server sells")
struct UnreadableCatalogTests {
    private let folder: TestFolder
    private let log = CollectedLog()

    init() throws {
        folder = try TestFolder()
    }

    private func catalog(_ patience: CurrentCatalog.Patience = .init()) throws -> CurrentCatalog {
        try CurrentCatalog(path: folder.catalog, patience: patience, logger: log.logger)
    }

    private func restore() throws {
        try TestCatalog.write(to: folder.path("good.sqlite"))
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.catalog, isDirectory: &isFolder), isFolder.boolValue {
            rmdir(folder.catalog)
        }
        #expect(rename(folder.path("good.sqlite"), folder.catalog) == 0)
    }

    @Test(
        "what is known is sold on, whoever asks is told why, and the log says it once",
        arguments: CatalogAccident.allCases)
    func accident(_ accident: CatalogAccident) async throws {
        let catalog = try catalog()
        #expect(try await catalog.offer(showtime: "show1") != nil)
        try await catalog.requireReadable()
        #expect(log.lines.isEmpty)

        try accident.happen(to: folder.catalog)
        for _ in 1...3 {
            #expect(try await catalog.offer(showtime: "show1")?.id == "show1")
            let fault = await #expect(throws: CatalogFault.self) { try await catalog.requireReadable() }
            #expect(fault?.reason.hasPrefix(folder.catalog + ": ") == true, "\(fault?.reason ?? "")")
            #expect(fault?.reason.contains("SQLite error") == false, "\(fault?.reason ?? "")")
            #expect(fault?.reason.contains("Domain=") == false)
        }
        #expect(log.lines.count == 1, "\(log.lines)")
        #expect(log.lines.first?.contains(folder.catalog) == true)
        if accident.isReplacement {
            // The old file is still open, so all of its showtimes are known, and that there is no other.
            #expect(try await catalog.offer(showtime: "nothing") == nil)
        } else {
            await #expect(throws: CatalogFault.self) { try await catalog.offer(showtime: "nothing") }
        }

        try restore()
        try await catalog.requireReadable()
        #expect(try await catalog.offer(showtime: "show1")?.id == "show1")
        #expect(try await catalog.offer(showtime: "nothing") == nil)
        #expect(log.lines.count == 2 && log.lines.last?.contains("can be read again") == true, "\(log.lines)")
    }

    @Test("another reason is said again")
    func reasons() async throws {
        let catalog = try catalog()
        for accident in [CatalogAccident.garbage, .pipe, .missing, .otherDatabase] {
            try accident.happen(to: folder.catalog)
            await #expect(throws: CatalogFault.self) { try await catalog.requireReadable() }
        }
        #expect(log.lines.count == 4, "\(log.lines)")
        #expect(log.lines[1].contains("is a named pipe, not a file"))
    }

    @Test("a time zone that is none is no reason to sell by another clock")
    func timeZone() async throws {
        try await DatabaseQueue(path: folder.catalog).write {
            try $0.execute(sql: "UPDATE theater SET time_zone = 'America/New_Yrok'")
        }
        let error = await #expect(throws: UnsellableShowtime.self) { try await catalog().offer(showtime: "show1") }
        #expect(error?.description.contains("'America/New_Yrok', is no IANA time zone") == true)
    }

    @Test("a showing that was called off is not sold again when the catalog breaks")
    func calledOff() async throws {
        let catalog = try catalog()
        #expect(try await catalog.offer(showtime: "show1")?.status == .scheduled)
        try await DatabaseQueue(path: folder.catalog).write {
            try $0.execute(sql: "UPDATE showtime SET status = 'cancelled'")
        }
        try await catalog.requireReadable()
        try CatalogAccident.overwritten.happen(to: folder.catalog)
        await #expect(throws: CatalogFault.self) { try await catalog.offer(showtime: "show1") }
    }

    @Test("who asks while it is locked waits together, and what is known is sold at once")
    func locked() async throws {
        let catalog = try catalog(.init(first: .milliseconds(400), further: .milliseconds(400)))
        #expect(try await catalog.offer(showtime: "show1") != nil)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let editor = try DatabaseQueue(path: folder.catalog, configuration: configuration)
        try await editor.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }

        let clock = ContinuousClock()
        let one = await clock.measure { _ = try? await catalog.offer(showtime: "nothing") }
        let many = await clock.measure {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 1...100 {
                    group.addTask {
                        do {
                            _ = try await catalog.offer(showtime: "nothing")
                            return false
                        } catch {
                            return error is CatalogFault
                        }
                    }
                }
                for await isFault in group { #expect(isFault) }
            }
        }
        // One after the other would be a hundred times as long.
        #expect(many < one * 20)
        #expect(try await catalog.offer(showtime: "show1") != nil)
        #expect(log.lines.count == 1 && log.lines[0].contains("keeps the catalog locked"), "\(log.lines)")

        try await editor.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await catalog.offer(showtime: "nothing") == nil)
        #expect(log.lines.count == 2)
    }
}

/// What is logged, in lines.
private final class CollectedLog: Sendable {
    private let state = Mutex<[String]>([])

    var lines: [String] { state.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    fileprivate func add(_ line: String) { state.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let log: CollectedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.add("\(event.message) \(event.metadata ?? [:])")
        }
    }
}
