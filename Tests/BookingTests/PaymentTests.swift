import Booking
import BookingSQLite
import Cinema
import Foundation
import Testing

@Suite("Payments in the store")
struct PaymentTests {
    @Test("a sale makes an order with a ticket for each seat, in the order asked for", arguments: StoreKind.allCases)
    func sale(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("B2", "A1")
        let order = try #require(try await test.sell(hold).sale.order)
        #expect(order.tickets.map(\.seat.seat) == ["B2", "A1"])
        #expect(order.total == hold.total)
        #expect(try await test.store.order(order.id) == order)
        #expect(try await test.store.ticket(order.tickets[0].id) == order.tickets[0])
        await #expect(throws: BookingError.holdCompleted(order.id)) { try await test.store.hold(hold.id) }
        await #expect(throws: BookingError.holdCompleted(order.id)) { try await test.store.release(hold.id) }
        await #expect(throws: BookingError.holdCompleted(order.id)) {
            try await test.store.extend(hold.id, answering: nil)
        }
        test.clock.advance(100_000)
        await #expect(throws: BookingError.seatsUnavailable(["A1"])) { try await test.place("A1") }
    }

    @Test("two payments of one hold: one sells, the other gives back", arguments: StoreKind.allCases)
    func twice(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let (first, second) = (test.newPayment(), test.newPayment())
        _ = try await test.store.startPayment(first, for: TestStore.purchase(of: hold))
        _ = try await test.store.startPayment(second, for: TestStore.purchase(of: hold))
        let order = try #require(
            try await test.store.sell(first, for: TestStore.purchase(of: hold), answering: nil).order)
        #expect(
            try await test.store.sell(second, for: TestStore.purchase(of: hold), answering: nil)
                == .refused(.holdCompleted(order.id)))
        #expect(try await test.store.payment(second)?.state == .voiding)
    }

    @Test(
        "a hold that expired during its payment is sold all the same if its seats are free", arguments: [false, true],
        StoreKind.allCases)
    func lateSale(tidied: Bool, kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1", "A2")
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: hold))
        test.clock.advance(601)
        if tidied { _ = try await test.store.expire() }
        let sale = try await test.store.sell(payment, for: TestStore.purchase(of: hold), answering: nil)
        #expect(sale.order?.tickets.count == 2)
        #expect(try await test.store.seats(of: "show1").sold == ["A1", "A2"])
    }

    @Test("a hold that lost one of its seats during its payment sells none", arguments: StoreKind.allCases)
    func lostSeat(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1", "A2")
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: hold))
        test.clock.advance(600)
        let other = try await test.place("A2")
        #expect(
            try await test.store.sell(payment, for: TestStore.purchase(of: hold), answering: nil)
                == .refused(.holdExpired))
        #expect(try await test.store.payment(payment)?.state == .voiding)
        let seats = try await test.store.seats(of: "show1")
        #expect(seats.sold == [] && seats.held == ["A2"])
        #expect(try await test.store.hold(other.id).id == other.id)
    }

    @Test("a payment cannot begin for a hold that is over", arguments: StoreKind.allCases)
    func overHold(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        test.clock.advance(600)
        await #expect(throws: BookingError.holdExpired) {
            try await test.store.startPayment(test.newPayment(), for: TestStore.purchase(of: hold))
        }
        #expect(try await test.store.unfinishedPayments() == [])
    }

    @Test("a hold released during its payment is not sold", arguments: StoreKind.allCases)
    func released(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: hold))
        try await test.store.release(hold.id)
        #expect(
            try await test.store.sell(payment, for: TestStore.purchase(of: hold), answering: nil)
                == .refused(.unknownHold))
    }

    @Test("what is unfinished is known after a restart, and each step is taken once", arguments: StoreKind.allCases)
    func journal(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (payment, _) = try await test.sell(try await test.place("A1"))
        let started = test.newPayment()
        _ = try await test.store.startPayment(started, for: TestStore.purchase(of: test.place("A2")))
        let declined = test.newPayment()
        let hold = try await test.place("A3")
        _ = try await test.store.startPayment(declined, for: TestStore.purchase(of: hold))
        try await test.store.decline(declined, code: "lost_card", answering: nil)

        test.clock.advance(BookingPolicy().paymentLease)
        let store = try test.reopen()
        let unfinished = try await store.unfinishedPayments()
        #expect(Set(unfinished.map(\.id)) == [payment, started])
        try await store.advance(payment, to: .captured)
        await #expect(throws: PaymentHasMovedOn.self) { try await store.advance(payment, to: .captured) }
        await #expect(throws: PaymentHasMovedOn.self) { try await store.advance(payment, to: .voiding) }
        await #expect(throws: PaymentHasMovedOn.self) {
            try await store.sell(declined, for: TestStore.purchase(of: hold), answering: nil)
        }
    }
}
