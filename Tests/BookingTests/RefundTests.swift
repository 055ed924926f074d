import Booking
import BookingSQLite
import Cinema
import Testing

@Suite("Giving an order back")
struct RefundTests {
    private func captured(_ test: TestStore, _ seats: String...) async throws -> (PaymentID, Order) {
        let hold = try await test.store.place(test.quote(seats), answering: nil)
        let (payment, sale) = try await test.sell(hold)
        try await test.store.advance(payment, to: .captured)
        return (payment, try #require(sale.order))
    }

    @Test(
        "its tickets are void, its seats are on sale again, and its money is on its way", arguments: StoreKind.allCases)
    func refund(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (payment, order) = try await captured(test, "A1", "A2")
        let refunding = try await test.store.startRefund(of: order.id)
        #expect(refunding.status == .refunding && refunding.tickets.allSatisfy { $0.status == .void })
        #expect(try await test.store.ticket(order.tickets[0].id).status == .void)
        #expect(try await test.store.seats(of: "show1").sold == [])
        #expect(try await test.store.unfinishedPayments().map(\.id) == [payment])
        _ = try await test.place("A1")
    }

    @Test("asked for twice, it does not free the seats of who bought them since")
    func twice() async throws {
        let test = try TestStore()
        let (payment, order) = try await captured(test, "A1")
        _ = try await test.store.startRefund(of: order.id)
        _ = try await captured(test, "A1")
        #expect(try await test.store.startRefund(of: order.id).status == .refunding)
        try await test.store.advance(payment, to: .refundFailed)
        #expect(try await test.store.startRefund(of: order.id).status == .refunding)
        #expect(try await test.store.seats(of: "show1").sold == ["A1"])
        #expect(try StoreAudit(of: test.path).report().faults == [])
    }

    @Test("before the money is taken there is nothing to give back", arguments: StoreKind.allCases)
    func notYet(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (_, sale) = try await test.sell(try await test.place("A1"))
        let order = try #require(sale.order)
        await #expect(throws: PaymentHasMovedOn.self) {
            try await test.store.startRefund(of: order.id)
        }
        #expect(try await test.store.order(order.id).status == .paid)
    }

    @Test(
        "one buyer has no more seats of a showtime than the cinema allows, given back ones not counted",
        arguments: StoreKind.allCases)
    func limit(kind: StoreKind) async throws {
        let test = try TestStore(kind, policy: BookingPolicy(seatsPerBuyer: 2))
        let (_, order) = try await captured(test, "A1", "A2")
        let hold = try await test.place("A3")
        let purchase = try TestStore.purchase(of: hold, email: "ADA@example.org")
        await #expect(throws: BookingError.tooManySeatsForBuyer(limit: 2)) {
            try await test.store.startPayment(test.newPayment(), for: purchase)
        }
        let other = try TestStore.purchase(of: hold, email: "grace@example.org")
        _ = try await test.store.startPayment(test.newPayment(), for: other)
        _ = try await test.store.startRefund(of: order.id)
        _ = try await test.store.startPayment(test.newPayment(), for: purchase)
    }

    @Test("two holds paid at once do not slip past that limit", arguments: StoreKind.allCases)
    func limitAtSale(kind: StoreKind) async throws {
        let test = try TestStore(kind, policy: BookingPolicy(seatsPerBuyer: 1))
        let purchases = try [try await test.place("A1"), try await test.place("A2")].map {
            try TestStore.purchase(of: $0)
        }
        let payments = [test.newPayment(), test.newPayment()]
        for (payment, purchase) in zip(payments, purchases) {
            _ = try await test.store.startPayment(payment, for: purchase)
        }
        #expect(try await test.store.sell(payments[0], for: purchases[0], answering: nil).order != nil)
        #expect(
            try await test.store.sell(payments[1], for: purchases[1], answering: nil)
                == .refused(.tooManySeatsForBuyer(limit: 1)))
    }
}
