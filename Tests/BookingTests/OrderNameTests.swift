import Booking
import BookingSQLite
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The names of orders and tickets")
struct OrderNameTests {
    private let other = OrderKeyring([Data(repeating: 8, count: 32)])

    @Test("they are found at random: the same hold would have become another order", arguments: StoreKind.allCases)
    func random(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let first = try #require(try await test.sell(try await test.place("A1", "A2")).sale.order)
        #expect(Set([first.id.text] + first.tickets.map(\.id.text)).count == 3)
        #expect(try await test.store.order(first.id).tickets == first.tickets)
        for ticket in first.tickets { #expect(try await test.store.ticket(ticket.id) == ticket) }
    }

    @Test("who has the hold and the key is told the order; with another key nobody is", arguments: StoreKind.allCases)
    func key(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        await #expect(throws: BookingError.unknownOrder) { try await test.store.order(of: hold.id) }
        let order = try #require(try await test.sell(hold).sale.order)
        #expect(try await test.store.order(of: hold.id) == order)
        let stranger = BookingEngine(test.database, keys: other, environment: test.clock.environment)
        await #expect(throws: OrderNameLost(number: order.number)) { try await stranger.order(of: hold.id) }
        await #expect(throws: BookingError.holdCompleted(nil)) { try await stranger.hold(hold.id) }
        #expect(try await stranger.order(order.id) == order, "who has the link has the tickets")
    }

    @Test("after a rotation the old key opens what it has sealed")
    func rotation() async throws {
        let path = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).order-key").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = OrderKeyFile(path: path)
        let test = try TestStore()
        func store() throws -> BookingEngine {
            BookingEngine(test.database, keys: try file.readOrCreate(), environment: test.clock.environment)
        }
        let first = try await sell("A1", in: test, try store())
        let former = try file.read().ids
        #expect(try file.rotate().ids.dropFirst() == former[...])
        let second = try await sell("A2", in: test, try store())
        for (hold, order) in [first, second] { #expect(try await store().order(of: hold) == order) }
        #expect(try StoreAudit(of: test.path).report(keys: file.read()).faults == [])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    private func sell(_ seat: String, in test: TestStore, _ store: BookingEngine) async throws -> (HoldID, Order) {
        let hold = try await store.place(try test.quote([seat]), answering: nil)
        let purchase = try TestStore.purchase(of: hold)
        let payment = test.newPayment()
        _ = try await store.beginPayment(payment, for: purchase)
        let order = try #require(try await store.sell(payment, for: purchase, answering: nil).order)
        try await store.advance(payment, to: .captured)
        return (hold.id, order)
    }

    @Test(
        "the check finds names that open with no key, or are those of other rows",
        arguments: [
            (
                #"UPDATE "order" SET sealed = (SELECT sealed FROM "order" o WHERE o.id <> "order".id)"#,
                "an order's name"
            ),
            (#"UPDATE "order" SET sealed = zeroblob(58)"#, "an order's name is sealed with another key"),
            (
                "UPDATE ticket SET sealed = (SELECT sealed FROM ticket t WHERE t.id <> ticket.id)",
                "an order does not name"
            ),
            ("UPDATE ticket SET sealed = NULL", "an order does not name its tickets"),
        ])
    func damage(sql: String, sentence: String) async throws {
        let test = try TestStore()
        for seat in ["A1", "A2"] { _ = try await sell(seat, in: test, test.store) }
        #expect(try StoreAudit(of: test.path).report(keys: .test).faults == [])
        try await DatabaseQueue(path: test.path).write { try $0.execute(sql: sql) }
        let faults = try StoreAudit(of: test.path).report(keys: .test).faults
        #expect(!faults.isEmpty && faults.allSatisfy { $0.hasPrefix(sentence) }, "\(faults)")
        #expect(try StoreAudit(of: test.path).report(keys: other).faults.count == 2)
    }
}
