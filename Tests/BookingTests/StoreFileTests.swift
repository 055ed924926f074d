import Booking
import BookingSQLite
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The store's file")
final class StoreFileTests {
    let folder = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test("every commit waits for the disk: the connection that writes says FULL")
    func durable() async throws {
        let test = try TestStore()
        #expect(try await SQLiteBookings(path: test.path).synchronousLevel() == 2)
    }

    @Test("what was held is held after the store is opened again")
    func reopened() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let store = try test.reopen()
        #expect(try await store.hold(hold.id) == hold)
        #expect(store.epoch == test.store.epoch)
    }

    @Test(
        "a store that is moved away or replaced while it is open sells nothing more, and says so",
        arguments: [true, false])
    func replaced(isMovedAway: Bool) async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let copy = test.folder.appending(path: "copy.sqlite").path
        try StoreBackup(of: test.path).write(to: copy)
        if isMovedAway { #expect(unlink(test.path) == 0) } else { #expect(rename(copy, test.path) == 0) }
        let replaced = StoreError.replaced(path: test.path)
        await #expect(throws: replaced) { try await test.place("A2") }
        await #expect(throws: replaced) { try await test.store.hold(hold.id) }
        await #expect(throws: replaced) { try await test.store.requireWritable() }
    }

    @Test("a store whose pages are damaged is not opened")
    func damagedPages() async throws {
        let test = try TestStore()
        _ = try await test.place("A1")
        let copy = test.folder.appending(path: "copy.sqlite").path
        try StoreBackup(of: test.path).write(to: copy)
        let file = try FileHandle(forUpdating: URL(filePath: copy))
        try file.seek(toOffset: 8192)
        try file.write(contentsOf: Data(repeating: 0x58, count: 4096))
        try file.close()
        #expect { try BookingEngine(sqlite: copy, keys: .test) } throws: {
            "\($0)".hasPrefix("\(copy): the booking store is damaged")
        }
    }

    @Test("of several that open a new store at once, all find the same one")
    func together() async throws {
        for _ in 0..<10 {
            let path = try TestStore(.memory).folder.path + ".sqlite"
            defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
            let epochs = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { try BookingEngine(sqlite: path, keys: .test).epoch } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(epochs.count == 1)
        }
    }

    @Test("a file that is no SQLite database is named as damaged and left as it is")
    func corrupt() throws {
        let path = try temporaryFile(Data(repeating: 0x58, count: 4096))
        #expect { try BookingEngine(sqlite: path, keys: .test) } throws: {
            "\($0)".hasPrefix("\(path): the booking store is damaged")
        }
        #expect(FileManager.default.contents(atPath: path) == Data(repeating: 0x58, count: 4096))
    }

    @Test("another program's database is left as it is")
    func foreign() throws {
        let path = try temporaryFile(Data())
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE cat (name TEXT)") }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: StoreError.notAStore(path: path)) { try BookingEngine(sqlite: path, keys: .test) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("a store of a newer version is not touched")
    func newer() throws {
        let path = try temporaryFile(Data())
        _ = try BookingEngine(sqlite: path, keys: .test)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: StoreError.newerSchema(path: path)) { try BookingEngine(sqlite: path, keys: .test) }
    }

    @Test("a store from before the first release is not touched")
    func unreleased() throws {
        let path = try temporaryFile(Data())
        _ = try BookingEngine(sqlite: path, keys: .test)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 1") }
        #expect(throws: StoreError.unreleasedSchema(path: path)) { try BookingEngine(sqlite: path, keys: .test) }
    }

    @Test("a store that cannot be created is said so")
    func unwritable() throws {
        let path = "/nowhere/booking.sqlite"
        #expect { try BookingEngine(sqlite: path, keys: .test) } throws: { "\($0)".contains("cannot be written") }
    }

    private func temporaryFile(_ content: Data) throws -> String {
        let path = folder.appending(path: "\(UUID().uuidString).sqlite").path
        try content.write(to: URL(filePath: path))
        return path
    }
}
