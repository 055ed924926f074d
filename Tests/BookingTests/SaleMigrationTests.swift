import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

/// What a version before sales had numbers left: an order of two seats, one that was refunded, an open hold, one that was
/// released, and one whose payment was declined. That of version 5 has a buyer who is with their bank as well.
struct OldSales: Sendable, CustomTestStringConvertible {
    let version: Int
    let order: OrderID
    let refunded: OrderID
    let paidHold: HoldID
    let openHold: HoldID
    let numbers: [String]
    let tickets: [String]
    let epoch: String
    let writtenAt: TimeInterval

    var testDescription: String { "version \(version)" }

    static let version4 = OldSales(
        version: 4, order: OrderID(stored: "c6okyrkdhas75nzlych3bwvnza"),
        refunded: OrderID(stored: "ayyusimogderon5w7ftthx5fhh"), paidHold: HoldID(stored: "icjdcgemk5m5voryczbv2ytx6f"),
        openHold: HoldID(stored: "xrdqkp26ub25mlpk7ba43yr3sb"), numbers: ["WDD4J4CT", "TMVKRC93"],
        tickets: ["l7hk6nnsfadpokc63z2adt5yrc", "2zqldden2icdxumjq474gvmjob"], epoch: "3c868867",
        // 06:30 in Lisbon.
        writtenAt: 1_795_933_850)
    static let version5 = OldSales(
        version: 5, order: OrderID(stored: "3mirdsi7rf5hnzfanwoqqcx2de"),
        refunded: OrderID(stored: "hpvkf4id3ygqkcetf7naydxz4f"), paidHold: HoldID(stored: "zojhpgexhdfsdgvlg7a4aig3yh"),
        openHold: HoldID(stored: "niqg7jiijiyx3dsqyvogyf4lsg"), numbers: ["278X2RRK", "WYP7CKJV"],
        tickets: ["4j6vo3mp5kqirdepmg5eukxkld", "avsrkub7565nhokqksj6csk3wd"], epoch: "b42cc58b",
        // 12:15 in Vienna.
        writtenAt: 1_795_950_920)
    static let all = [version4, version5]

    /// Lends the store's path, in a copy of its own, which is gone afterwards.
    func use(_ body: (String) async throws -> Void) async throws {
        let old = try OldStore(version: version)
        try await body(old.path)
        withExtendedLifetime(old) {}
    }

    func open(_ path: String) throws -> BookingEngine {
        let environment = BookingEnvironment(now: { [writtenAt] in Date(timeIntervalSince1970: writtenAt) })
        return try BookingEngine(sqlite: path, keys: .test, environment: environment)
    }
}

@Suite("A store whose sales had no numbers")
struct SaleMigrationTests {
    @Test("keeps what was sold, under the names that buyers have", arguments: OldSales.all)
    func sold(old: OldSales) async throws {
        try await old.use { path in
            let store = try old.open(path)
            let (first, second) = (try await store.order(old.order), try await store.order(old.refunded))
            #expect(first.status == .paid && first.number.text == old.numbers[0])
            #expect(first.tickets.map(\.id.text) == old.tickets)
            #expect(try await store.ticket(first.tickets[1].id).seat.seat.text == "A2")
            #expect(second.status == .refunded && second.number.text == old.numbers[1])
            #expect(try await store.order(of: old.paidHold) == first)
            await #expect(throws: BookingError.holdCompleted(old.order)) { try await store.hold(old.paidHold) }
            #expect(try StoreAudit(of: path).report(keys: .test).faults == [])
        }
    }

    @Test("was sold online, on days that are known, and under no numbers", arguments: OldSales.all)
    func sales(old: OldSales) async throws {
        try await old.use { path in
            let sale = try await old.open(path).order(old.order).sale
            #expect(sale == SaleEntry(channel: .online, businessDay: CivilDate(iso: "2026-11-29"), number: nil))
        }
    }

    @Test("stays the store that it was, to those who watch its seats", arguments: OldSales.all)
    func epoch(old: OldSales) async throws {
        try await old.use { path in
            let epochs = [try old.open(path).epoch, try old.open(path).epoch]
            #expect(epochs == [old.epoch, old.epoch])
        }
    }

    @Test("keeps the names of its payments as what the bank calls them, and the buyer who is there may come back")
    func references() async throws {
        let old = OldSales.version5
        try await old.use { path in
            let store = try old.open(path)
            #expect(try await store.payment(of: old.order).reference?.text == "tmg5vwsbhhugh4xenhstlisk7h")
            let waiting = try #require(try await store.unfinishedPayments().first)
            #expect(waiting.state == .authenticating && waiting.reference?.text == waiting.id.text)
            let purchase = try #require(waiting.purchase)
            let sale = try await store.sell(waiting.id, for: purchase, answering: nil)
            #expect(sale.order?.tickets.map(\.seat.seat.text) == ["B4"])
        }
    }

    @Test("goes on selling: its hold becomes an order, whose name is sealed", arguments: OldSales.all)
    func sells(old: OldSales) async throws {
        try await old.use { path in
            let store = try old.open(path)
            let payment = PaymentID(stored: "a-payment")
            let purchase = try TestStore.purchase(of: try await store.hold(old.openHold))
            _ = try await store.beginPayment(payment, for: purchase)
            let sale = try await store.sell(payment, for: purchase, answering: nil)
            #expect(sale.order?.tickets.map(\.seat.seat.text) == ["A4"])
            #expect(try await store.order(of: old.openHold) == sale.order)
            #expect(try StoreAudit(of: path).report(keys: .test).faults == [])
        }
    }
}
