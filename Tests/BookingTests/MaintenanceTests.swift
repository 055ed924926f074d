import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Looking after a store")
struct MaintenanceTests {
    private func store(selling seats: String...) async throws -> TestStore {
        let test = try TestStore()
        for seat in seats {
            let (payment, _) = try await test.sell(try await test.place(seat))
            try await test.store.advance(payment, to: .captured)
        }
        return test
    }

    @Test("a sound store has no faults, whatever is open in it")
    func sound() async throws {
        let test = try await store(selling: "A1", "A2")
        _ = try await test.place("B1")
        _ = try await test.store.beginPayment(
            test.newPayment(), for: TestStore.purchase(of: try await test.place("B2")))
        let report = try StoreAudit(of: test.path).report()
        #expect(report.faults == [])
        #expect((report.orders, report.tickets, report.holds, report.unfinished) == (2, 2, 2, 1))
        let states = try StoreAudit(of: test.path).payments().values.map(\.state.rawValue).sorted()
        #expect(states == ["captured", "captured", "started"])
    }

    @Test(
        "each kind of damage is found and named",
        arguments: [
            ("UPDATE ticket SET seat = 'A1'", "a seat has two valid tickets"),
            ("DELETE FROM claim WHERE seat = 'A1'", "a valid ticket has no sold seat"),
            ("UPDATE claim SET seat = 'C4' WHERE seat = 'A1'", "a sold seat has no valid ticket"),
            ("UPDATE payment SET state = 'refunded'", "a sold seat has no valid ticket"),
            ("UPDATE claim SET expires_at = 1, sold_to = NULL", "a held seat has no open hold"),
            ("UPDATE ticket SET price = price + 1", "an order's total is not the sum of its tickets"),
            ("UPDATE payment SET amount = 1", "an order is not what was paid"),
            (#"DELETE FROM "order""#, "money was taken and nothing sold"),
            ("UPDATE payment SET state = 'voided'", "seats were sold and no money taken"),
            ("UPDATE hold SET outcome = 'open'", "a hold and its order disagree"),
            (
                "UPDATE payment SET reference = NULL",
                "money may have moved of which the provider's reference is not known"
            ),
            ("DELETE FROM store", "a store has one epoch"),
            ("DELETE FROM payment", "a row leads to one that is missing"),
        ])
    func damage(sql: String, sentence: String) async throws {
        let test = try await store(selling: "A1", "A2")
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try await DatabaseQueue(path: test.path, configuration: configuration).write { try $0.execute(sql: sql) }
        let faults = try StoreAudit(of: test.path).report().faults
        #expect(faults.contains { $0.hasPrefix(sentence) }, "\(faults)")
    }

    @Test("a copy made while the store is in use is whole, and a file that is there is left as it is")
    func backup() async throws {
        let test = try await store(selling: "A1")
        let copy = test.folder.appending(path: "copy.sqlite").path
        try StoreBackup(of: test.path).write(to: copy)
        _ = try await test.place("A2")
        #expect(try StoreAudit(of: copy).report().faults == [])
        let restored = try BookingEngine(sqlite: copy, keys: .test)
        #expect(try await restored.seats(of: "show1").sold == ["A1"])
        #expect(restored.epoch != test.store.epoch, "no version of the one may be taken for one of the other")
        #expect(try BookingEngine(sqlite: copy, keys: .test).epoch == restored.epoch)
        #expect(throws: BackupError.exists(path: copy)) { try StoreBackup(of: test.path).write(to: copy) }
        #expect(throws: BackupError.self) { try StoreBackup(of: test.path).write(to: "/nowhere/copy.sqlite") }
    }

    @Test("a copy that is put in the place of the store twice begins another epoch each time")
    func restoredTwice() async throws {
        let test = try await store(selling: "A1")
        let copy = test.folder.appending(path: "copy.sqlite")
        try StoreBackup(of: test.path).write(to: copy.path)
        let epochs = try (1...2).map { number in
            let place = test.folder.appending(path: "place-\(number).sqlite")
            try FileManager.default.copyItem(at: copy, to: place)
            return try BookingEngine(sqlite: place.path, keys: .test).epoch
        }
        #expect(Set(epochs + [test.store.epoch]).count == 3)
    }

    @Test("a copy of a store of an earlier version can go back to that, and is another store")
    func copyOfOldStore() throws {
        let old = try OldStore(version: 4)
        let copy = old.path + ".copy"
        defer { unlink(copy) }
        try StoreBackup(of: old.path).write(to: copy)
        func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
            try DatabaseQueue(path: copy).read { try Value.fetchOne($0, sql: sql) }
        }
        #expect(try value("PRAGMA user_version") == 4)
        #expect(try value("SELECT identity FROM store") != Optional("3c868867"))
    }

    @Test("names and addresses are erased from old orders, also from the bytes of the file; tickets stay")
    func erasure() async throws {
        let test = try await store(selling: "A1")
        test.clock.advance(86_400)
        let (payment, sale) = try await test.sell(try await test.place("A2"))
        try await test.store.advance(payment, to: .captured)
        let cut = test.clock.now - 3600
        #expect(try StoreErasure(of: test.path).erase(before: cut) == 1)
        #expect(try StoreErasure(of: test.path).erase(before: cut) == 0)
        #expect(try bytes(test).contains("ada@example.org"))
        #expect(try StoreErasure(of: test.path).erase(email: "ADA@example.org") == 1)
        #expect(try !bytes(test).contains("ada@example.org") && !bytes(test).contains("Lovelace"))
        #expect(try await test.store.order(#require(sale.order).id).tickets.count == 1)
        #expect(try StoreAudit(of: test.path).report().faults == [])
    }

    @Test("a store that is missing is said so, and none is made")
    func missing() throws {
        let path = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).sqlite").path
        #expect(throws: StoreError.missing(path: path)) { try StoreAudit(of: path).report() }
        #expect(throws: StoreError.missing(path: path)) { try StoreBackup(of: path).write(to: path + ".copy") }
        #expect(throws: StoreError.missing(path: path)) { try StoreErasure(of: path).erase(email: "a@b.c") }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("no name of a hold, an order or a ticket is in the file")
    func digests() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let order = try #require(try await test.sell(hold).sale.order)
        let content = try bytes(test)
        #expect(content.contains("ada@example.org"), "otherwise this looks in the wrong place")
        for secret in [hold.id.text, order.id.text, order.tickets[0].id.text] {
            #expect(!content.contains(secret))
        }
    }

    /// All that the store has on the disk.
    private func bytes(_ test: TestStore) throws -> String {
        try ["", "-wal"].map { suffix in
            String(decoding: try Data(contentsOf: URL(filePath: test.path + suffix)), as: UTF8.self)
        }.joined()
    }
}
