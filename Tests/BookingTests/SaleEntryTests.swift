import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("How an order stands in the cinema's accounts")
struct SaleEntryTests {
    @Test(
        "sales of a theater are numbered from 1 on, and a sale that is refused has no number",
        arguments: StoreKind.allCases)
    func numbers(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        var numbers: [SaleNumber?] = []
        for seat in ["A1", "A2"] {
            numbers.append(try await test.sell(try await test.place(seat)).sale.order?.sale.number)
        }
        let lost = try await test.place("A3")
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: lost))
        test.clock.advance(601)
        _ = try await test.place("A3")
        let refused = try await test.store.sell(payment, for: TestStore.purchase(of: lost), answering: nil)
        #expect(refused == .refused(.holdExpired))
        let third = try #require(try await test.sell(try await test.place("A4")).sale.order)
        numbers.append(third.sale.number)
        #expect(numbers == (1...3).map { SaleNumber(theater: "lumiere", number: $0) })
        #expect(third.sale.channel == .online)
        #expect(try await test.store.order(third.id) == third)
    }

    @Test("a sale after midnight belongs to the evening before, on the theater's clock", arguments: StoreKind.allCases)
    func day(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let midnight = test.clock.now.timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400)
        test.clock.advance(86_400 - midnight + 5 * 3_600)
        let evening = LocalTime(test.clock.now, in: .gmt).date.adding(days: -1)
        let order = try #require(try await test.sell(try await test.place("A1")).sale.order)
        #expect(order.sale.businessDay == evening)
        test.clock.advance(3_600)
        let later = try #require(try await test.sell(try await test.place("A2")).sale.order)
        #expect(later.sale.businessDay == evening.adding(days: 1))
    }

    @Test("an order keeps whose the hold was, and in which language it was chosen", arguments: StoreKind.allCases)
    func customer(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let customer = Customer(account: AccountID("ada"), language: PageLanguage("pt-BR"))
        let hold = try await test.store.place(test.quote(["A1"]), for: customer, answering: nil)
        #expect(try await test.store.hold(hold.id) == hold && hold.owner == customer.account)
        let order = try #require(try await test.sell(hold).sale.order)
        #expect(order.owner == customer.account && order.language == customer.language)
        #expect(try await test.store.order(order.id) == order)
    }

    @Test("a refund belongs to the day on which it is made, once for all")
    func refund() async throws {
        let test = try TestStore()
        let (payment, sale) = try await test.sell(try await test.place("A1"))
        let order = try #require(sale.order)
        try await test.store.advance(payment, to: .captured)
        test.clock.advance(2 * 86_400)
        _ = try await test.store.startRefund(of: order.id)
        try await test.store.advance(payment, to: .refundFailed)
        test.clock.advance(86_400)
        _ = try await test.store.startRefund(of: order.id)
        let day = try await DatabaseQueue(path: test.path).read {
            try String.fetchOne($0, sql: #"SELECT refund_day FROM "order""#)
        }
        #expect(day == order.sale.businessDay?.adding(days: 2).iso)
        #expect(try await test.store.order(order.id).sale == order.sale)
    }

    @Test(
        "the check finds gaps and numbers of no sale",
        arguments: [
            (
                #"UPDATE "order" SET sale_number = 3 WHERE sale_number = 2; UPDATE sale_series SET last = 3"#,
                "the numbers of sales"
            ),
            ("DELETE FROM sale_series", "the numbers of sales"),
            ("UPDATE sale_series SET last = 1", "the numbers of sales"),
            (#"UPDATE "order" SET sale_number = NULL WHERE sale_number = 1"#, "a sale has a number of no series"),
            (#"UPDATE "order" SET refund_day = '2026-11-29'"#, "an order that is not refunded"),
        ])
    func damage(sql: String, sentence: String) async throws {
        let test = try TestStore()
        for seat in ["A1", "A2"] { _ = try await test.sell(try await test.place(seat)) }
        #expect(try StoreAudit(of: test.path).report().faults == [])
        try await DatabaseQueue(path: test.path).write { try $0.execute(sql: sql) }
        let faults = try StoreAudit(of: test.path).report().faults
        #expect(faults.contains { $0.hasPrefix(sentence) }, "\(faults)")
    }

    @Test(
        "a showing that was written down without slugs gets them, and that is no change to tell",
        arguments: StoreKind.allCases)
    func slugs(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let first = try await test.place("A1")
        try await test.database.write { transaction in
            guard let record = try transaction.newestRecord(of: "show1") else { return }
            let json = try record.state.showing.facts().replacing(/"slugs":\{[^}]*\},?/, with: "").replacing(
                ",}", with: "}")
            let showing = try JSONDecoder().decode(Showing.self, from: Data(json.utf8))
            #expect(showing.slugs == nil)
            try transaction.complete(
                ShowingRecord(
                    sequence: 0, state: ShowingState(showing: showing, standing: .scheduled),
                    recordedAt: record.recordedAt),
                of: "show1")
        }
        // Another process has not seen the record yet.
        let store = try test.reopen()
        _ = try await store.place(test.quote(["A2"]), answering: nil)
        let order = try #require(try await test.sell(first).sale.order)
        #expect(order.sale.number == SaleNumber(theater: "lumiere", number: 1))
        let told = try await store.showing(of: order.id, listing: .offered(.sample(at: test.clock.now + 86_400)))
        #expect(told?.changes == 0)
    }
}
