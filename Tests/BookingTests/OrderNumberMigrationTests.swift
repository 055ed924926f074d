import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

/// The fixture was written by version 3: an order of two seats, one that was refunded, and an open hold.
@Suite("A store of version 3")
struct OrderNumberMigrationTests {
    private let order = OrderID(stored: "myzfjtaidfl2a4buyabahsfq7h")
    private let refunded = OrderID(stored: "jd2neic27dfl2xbbil7w2luacd")
    private let hold = HoldID(stored: "a7vsjscsqfgyodqy42qrmfxefd")
    private let old: OldStore
    private var path: String { old.path }
    /// When it was written.
    private let environment = BookingEnvironment(now: { Date(timeIntervalSince1970: 1_795_918_040) })

    init() throws {
        old = try OldStore(version: 3)
    }

    @Test("keeps what was sold, and gives each order a number of its own, once for all")
    func numbers() async throws {
        let store = try BookingEngine(sqlite: path, keys: .test, environment: environment)
        let (first, second) = (try await store.order(order), try await store.order(refunded))
        #expect(first.status == .paid && first.tickets.map(\.seat.seat.text) == ["A1", "A2"])
        #expect(first.tickets[0].id.text == "aqeu2lbikc3q2iigqmw6y77lfc")
        #expect(second.status == .refunded)
        for number in [first.number, second.number] { #expect(OrderNumber(number.text) == number) }
        #expect(first.number != second.number)
        #expect(try await BookingEngine(sqlite: path, keys: .test, environment: environment).order(order) == first)
        #expect(try StoreAudit(of: path).report().faults == [])
    }

    @Test("goes on selling: its hold becomes an order")
    func sells() async throws {
        let store = try BookingEngine(sqlite: path, keys: .test, environment: environment)
        let payment = PaymentID(stored: "a-payment")
        let purchase = try TestStore.purchase(of: try await store.hold(hold))
        _ = try await store.beginPayment(payment, for: purchase)
        let sale = try await store.sell(payment, for: purchase, answering: nil)
        #expect(sale.order?.tickets.map(\.seat.seat.text) == ["A4"])
        #expect(try StoreAudit(of: path).report().faults == [])
    }

    @Test("forgets answers that were kept as they were sent: nobody can make facts of them")
    func answers() async throws {
        _ = try BookingEngine(sqlite: path, keys: .test, environment: environment)
        let count = try await DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM answer")
        }
        #expect(count == 0)
    }
}
