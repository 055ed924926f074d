import Foundation
import GRDB
import SQLiteSupport
import TestSupport
import Testing

@Suite("A log beside a database")
struct ForeignLogTests {
    /// A database that keeps a log, with a change in it, and the name of a backup from before it kept one.
    private func database(in folder: TemporaryFolder) throws -> (DatabaseQueue, backup: String) {
        let path = folder.path("one.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE price (amount); INSERT INTO price VALUES (1250)") }
        let backup = folder.path("backup.sqlite")
        try queue.backup(to: DatabaseQueue(path: backup))
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA journal_mode = WAL; UPDATE price SET amount = 9900")
        }
        return (queue, backup)
    }

    @Test("is its own while it keeps one, also when the last who used it was killed")
    func own() throws {
        let folder = try TemporaryFolder()
        let (queue, _) = try database(in: folder)
        try ForeignLog.require(noneBeside: queue.path)
        let copy = folder.path("copy.sqlite")
        for end in ["", "-wal"] { try FileManager.default.copyItem(atPath: queue.path + end, toPath: copy + end) }
        try ForeignLog.require(noneBeside: copy)
        #expect(try DatabaseQueue(path: copy).read { try Int.fetchOne($0, sql: "SELECT amount FROM price") } == 9900)
    }

    @Test("is another's where a backup has taken the place, and SQLite would lay the one over the other")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let (queue, backup) = try database(in: folder)
        let place = folder.path("place.sqlite")
        try FileManager.default.copyItem(atPath: queue.path + "-wal", toPath: place + "-wal")
        try FileManager.default.copyItem(atPath: backup, toPath: place)
        let error = #expect(throws: ForeignLog.self) { try ForeignLog.require(noneBeside: place) }
        #expect(error?.description.hasPrefix("\(place)-wal: this is the log of another file") == true)
        #expect(
            try Data(contentsOf: URL(filePath: place)) == Data(contentsOf: URL(filePath: backup)), "it is left as it is"
        )
        // What the refusal is for.
        #expect(try DatabaseQueue(path: place).read { try Int.fetchOne($0, sql: "SELECT amount FROM price") } != 1250)
    }

    @Test("is looked for through links, and is none where it is empty or there is no database yet")
    func none() throws {
        let folder = try TemporaryFolder()
        let (queue, backup) = try database(in: folder)
        let (link, new) = (folder.path("link.sqlite"), folder.path("new.sqlite"))
        try FileManager.default.copyItem(atPath: queue.path + "-wal", toPath: backup + "-wal")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: backup)
        #expect(throws: ForeignLog.self) { try ForeignLog.require(noneBeside: link) }
        try Data().write(to: URL(filePath: backup + "-wal"))
        try ForeignLog.require(noneBeside: link)
        try ForeignLog.require(noneBeside: new)
    }
}
