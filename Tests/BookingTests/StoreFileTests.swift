import Booking
import BookingSQLite
import Foundation
import GRDB
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
        #expect(try await test.store.synchronousLevel() == 2)
    }

    @Test("what was held is held after the store is opened again")
    func reopened() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let store = try test.reopen()
        #expect(try await store.hold(hold.id) == hold)
        #expect(store.identity == test.store.identity)
    }

    @Test("a file that is no SQLite database is named as damaged and left as it is")
    func corrupt() throws {
        let path = try temporaryFile(Data(repeating: 0x58, count: 4096))
        #expect { try SQLiteStore(path: path) } throws: { "\($0)".hasPrefix("\(path): the booking store is damaged") }
        #expect(FileManager.default.contents(atPath: path) == Data(repeating: 0x58, count: 4096))
    }

    @Test("another program's database is left as it is")
    func foreign() throws {
        let path = try temporaryFile(Data())
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE cat (name TEXT)") }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: StoreError.notAStore(path: path)) { try SQLiteStore(path: path) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("a store of a newer version is not touched")
    func newer() throws {
        let path = try temporaryFile(Data())
        _ = try SQLiteStore(path: path)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: StoreError.newerSchema(path: path)) { try SQLiteStore(path: path) }
    }

    @Test("a store from before the first release is not touched")
    func unreleased() throws {
        let path = try temporaryFile(Data())
        _ = try SQLiteStore(path: path)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 1") }
        #expect(throws: StoreError.unreleasedSchema(path: path)) { try SQLiteStore(path: path) }
    }

    @Test("a store that cannot be created is said so")
    func unwritable() throws {
        let path = "/nowhere/booking.sqlite"
        #expect { try SQLiteStore(path: path) } throws: { "\($0)".contains("cannot be written") }
    }

    private func temporaryFile(_ content: Data) throws -> String {
        let path = folder.appending(path: "\(UUID().uuidString).sqlite").path
        try content.write(to: URL(filePath: path))
        return path
    }
}
