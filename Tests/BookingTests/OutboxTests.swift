import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import Testing

@Suite("What has happened, for those outside")
struct OutboxTests {
    private struct Entry: Equatable {
        let kind: String
        let subject: String
        let body: String
    }

    private func entries(_ test: TestStore) async throws -> [Entry] {
        try await DatabaseQueue(path: test.path).read { database in
            try Row.fetchAll(database, sql: "SELECT kind, subject, body FROM outbox ORDER BY id").map {
                Entry(kind: $0["kind"], subject: $0["subject"], body: $0["body"])
            }
        }
    }

    @Test("a sale, its tickets' end and its money's way back are written with what they tell of")
    func story() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1", "A2")
        let sale = try await test.sell(hold)
        let order = try #require(sale.sale.order)
        try await test.store.advance(sale.payment, to: .captured)
        _ = try await test.store.startRefund(of: order.id)
        // Once more changes nothing, so nothing has happened.
        _ = try await test.store.startRefund(of: order.id)
        try await test.store.advance(sale.payment, to: .refunded)
        let told = try await entries(test)
        #expect(told.map(\.kind) == ["sold", "voided", "refunded"])
        #expect(told.allSatisfy { $0.subject == order.number.text })
        #expect(
            told[0].body == """
                {"order":"\(order.number.text)","seats":["A1","A2"],"showtime":"show1",\
                "total":{"amount":2500,"currency":"EUR"},"version":1}
                """)
    }

    @Test("nothing is told of the buyer, and no secret")
    func discretion() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let order = try #require(try await test.sell(hold).sale.order)
        let told = try await entries(test).map { "\($0)" }.joined()
        for secret in ["Ada", "ada@", hold.id.text, order.id.text, order.tickets[0].id.text] {
            #expect(!told.contains(secret))
        }
    }

    @Test("what was refused has not happened")
    func refused() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let payment = test.newPayment()
        _ = try await test.store.beginPayment(payment, for: TestStore.purchase(of: hold))
        test.clock.advance(601)
        _ = try await test.place("A1")
        let sale = try await test.store.sell(payment, for: TestStore.purchase(of: hold), answering: nil)
        #expect(sale == .refused(.holdExpired))
        #expect(try await entries(test).isEmpty)
    }
}
