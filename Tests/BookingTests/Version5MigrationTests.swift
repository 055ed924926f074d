import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

/// The fixture was written by version 5: an order of two seats, one that was refunded, an open hold, one that was released, one
/// whose payment was declined, and one whose buyer is with their bank.
@Suite("A store of version 5")
struct Version5MigrationTests {
    private let order = OrderID(stored: "3mirdsi7rf5hnzfanwoqqcx2de")
    private let refunded = OrderID(stored: "hpvkf4id3ygqkcetf7naydxz4f")
    private let paidHold = HoldID(stored: "zojhpgexhdfsdgvlg7a4aig3yh")
    private let openHold = HoldID(stored: "niqg7jiijiyx3dsqyvogyf4lsg")
    private let old: OldStore
    private var path: String { old.path }
    /// When it was written.
    private let environment = BookingEnvironment(now: { Date(timeIntervalSince1970: 1_795_950_920) })

    init() throws {
        old = try OldStore(version: 5)
    }

    private func open() throws -> BookingEngine {
        try BookingEngine(sqlite: path, keys: .test, environment: environment)
    }

    @Test("keeps what was sold, under the names that buyers have")
    func sold() async throws {
        let store = try open()
        let (first, second) = (try await store.order(order), try await store.order(refunded))
        #expect(first.status == .paid && first.number.text == "278X2RRK")
        #expect(first.tickets.map(\.id.text) == ["4j6vo3mp5kqirdepmg5eukxkld", "avsrkub7565nhokqksj6csk3wd"])
        #expect(try await store.ticket(first.tickets[1].id).seat.seat.text == "A2")
        #expect(second.status == .refunded && second.number.text == "WYP7CKJV")
        #expect(try await store.order(of: paidHold) == first)
        await #expect(throws: BookingError.holdCompleted(order)) { try await store.hold(paidHold) }
        #expect(try StoreAudit(of: path).report(keys: .test).faults == [])
    }

    @Test("was sold online, on days that are known, and under no numbers")
    func sales() async throws {
        let sale = try await open().order(order).sale
        // 12:15 in Vienna.
        #expect(sale == SaleEntry(channel: .online, businessDay: CivilDate(iso: "2026-11-29"), number: nil))
    }

    @Test("stays the store that it was, to those who watch its seats")
    func epoch() throws {
        #expect(try open().epoch == "b42cc58b")
        #expect(try open().epoch == "b42cc58b")
    }

    @Test("keeps the names of its payments as what the bank calls them, and the buyer who is there may come back")
    func references() async throws {
        let store = try open()
        #expect(try await store.payment(of: order).reference?.text == "tmg5vwsbhhugh4xenhstlisk7h")
        let waiting = try #require(try await store.unfinishedPayments().first)
        #expect(waiting.state == .authenticating && waiting.reference?.text == waiting.id.text)
        let purchase = try #require(waiting.purchase)
        let sale = try await store.sell(waiting.id, for: purchase, answering: nil)
        #expect(sale.order?.tickets.map(\.seat.seat.text) == ["B4"])
    }

    @Test("goes on selling: its hold becomes an order, whose name is sealed")
    func sells() async throws {
        let store = try open()
        let payment = PaymentID(stored: "a-payment")
        let purchase = try TestStore.purchase(of: try await store.hold(openHold))
        _ = try await store.beginPayment(payment, for: purchase)
        let sale = try await store.sell(payment, for: purchase, answering: nil)
        #expect(sale.order?.tickets.map(\.seat.seat.text) == ["A4"])
        #expect(try await store.order(of: openHold) == sale.order)
        #expect(try StoreAudit(of: path).report(keys: .test).faults == [])
    }
}
