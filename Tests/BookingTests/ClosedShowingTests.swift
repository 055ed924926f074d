import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import Testing

@Suite("A showing whose sales are closed")
struct ClosedShowingTests {
    @Test("sells nothing: no hold, no more time, no payment", arguments: StoreKind.allCases)
    func closed(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        #expect(try await test.database.close("show1"))
        await #expect(throws: BookingError.salesClosed) { try await test.place("A2") }
        await #expect(throws: BookingError.salesClosed) { try await test.store.extend(hold.id, answering: nil) }
        await #expect(throws: BookingError.salesClosed) { try await test.sell(hold) }
        #expect(try await test.store.unfinishedPayments() == [])
        #expect(try await test.store.hold(hold.id) == hold, "the seats stay its own until it is over")
        try await test.store.release(hold.id)
        #expect(try await test.store.seats(of: "show1").held == [])
    }

    @Test("gives back what a bank allows when it is closed already", arguments: StoreKind.allCases)
    func late(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let purchase = try TestStore.purchase(of: try await test.place("A1"))
        let payment = test.newPayment()
        _ = try await test.store.beginPayment(payment, for: purchase)
        _ = try await test.database.close("show1")
        #expect(try await test.store.sell(payment, for: purchase, answering: nil) == .refused(.salesClosed))
        #expect(try await test.store.payment(payment)?.state == .voiding)
        #expect(try await test.store.seats(of: "show1").sold == [])
    }

    @Test("is one showing: others are sold in the same moment", arguments: StoreKind.allCases)
    func others(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.database.close("show2")
        let other = try Quote(
            [SeatRequest(seat: "A1", ticketType: "adult")],
            of: .sample(id: "show2", at: test.clock.now + 86_400), at: test.clock.now, policy: BookingPolicy())
        let refused = Task { try await test.store.place(other, answering: nil) }
        let placed = Task { try await test.place("A1") }
        await #expect(throws: BookingError.salesClosed) { try await refused.value }
        #expect(try await test.sell(try await placed.value).sale.order != nil)
    }

    @Test("keeps what it has sold, and that can be given back", arguments: StoreKind.allCases)
    func sold(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (payment, sale) = try await test.sell(try await test.place("A1"))
        let order = try #require(sale.order)
        _ = try await test.database.close("show1")
        #expect(try await test.store.order(order.id) == order)
        try await test.store.advance(payment, to: .captured)
        #expect(try await test.store.startRefund(of: order.id).status == .refunding)
    }

    @Test("is closed for every process at once, until one of them reopens it", arguments: StoreKind.allCases)
    func processes(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let other = try test.reopen()
        #expect(try await test.database.close("show1", reason: "no projector"))
        #expect(try await test.database.close("show1") == false)
        await #expect(throws: BookingError.salesClosed) { try await other.place(test.quote(["A2"]), answering: nil) }
        #expect(try await test.database.reopen("show1"))
        #expect(try await test.database.reopen("show1") == false)
        #expect(try await test.sell(hold).sale.order != nil)
        _ = try await other.place(test.quote(["A2"]), answering: nil)
    }

    @Test("is told once to those outside, by its id and without the reason; that it is sold again is not")
    func told() async throws {
        let test = try TestStore()
        for reason in ["no projector", nil] { _ = try await test.database.close("show1", reason: reason) }
        _ = try await test.database.reopen("show1")
        let told = try await DatabaseQueue(path: test.path).read {
            try String.fetchAll($0, sql: "SELECT kind || ' ' || subject || ' ' || body FROM outbox")
        }
        #expect(told == [#"closed show1 {"showtime":"show1","version":1}"#])
    }
}
