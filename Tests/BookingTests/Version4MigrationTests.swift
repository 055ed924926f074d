import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

/// The fixture was written by version 4: an order of two seats, one that was refunded, an open hold, one that was released, and
/// one whose payment was declined.
@Suite("A store of version 4")
struct Version4MigrationTests {
    private let order = OrderID(stored: "c6okyrkdhas75nzlych3bwvnza")
    private let refunded = OrderID(stored: "ayyusimogderon5w7ftthx5fhh")
    private let paidHold = HoldID(stored: "icjdcgemk5m5voryczbv2ytx6f")
    private let openHold = HoldID(stored: "xrdqkp26ub25mlpk7ba43yr3sb")
    private let old: OldStore
    private var path: String { old.path }
    /// When it was written.
    private let environment = BookingEnvironment(now: { Date(timeIntervalSince1970: 1_795_933_850) })

    init() throws {
        old = try OldStore(version: 4)
    }

    private func open() throws -> BookingEngine {
        try BookingEngine(sqlite: path, keys: .test, environment: environment)
    }

    @Test("keeps what was sold, under the names that buyers have")
    func sold() async throws {
        let store = try open()
        let (first, second) = (try await store.order(order), try await store.order(refunded))
        #expect(first.status == .paid && first.number.text == "WDD4J4CT")
        #expect(first.tickets.map(\.id.text) == ["l7hk6nnsfadpokc63z2adt5yrc", "2zqldden2icdxumjq474gvmjob"])
        #expect(try await store.ticket(first.tickets[1].id).seat.seat.text == "A2")
        #expect(second.status == .refunded && second.number.text == "TMVKRC93")
        #expect(try await store.order(of: paidHold) == first)
        await #expect(throws: BookingError.holdCompleted(order)) { try await store.hold(paidHold) }
        #expect(try StoreAudit(of: path).report(keys: .test).faults == [])
    }

    @Test("was sold online, on days that are known, and under no numbers")
    func sales() async throws {
        let sale = try await open().order(order).sale
        // 06:30 in Lisbon.
        #expect(sale == SaleEntry(channel: .online, businessDay: CivilDate(iso: "2026-11-29"), number: nil))
    }

    @Test("stays the store that it was, to those who watch its seats")
    func epoch() throws {
        #expect(try open().epoch == "3c868867")
        #expect(try open().epoch == "3c868867")
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
