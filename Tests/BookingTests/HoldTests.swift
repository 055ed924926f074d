import Booking
import BookingSQLite
import Cinema
import Foundation
import TestSupport
import Testing

@Suite("Holds in the store")
struct HoldTests {
    @Test("a hold is all or nothing, and says which seats are gone", arguments: StoreKind.allCases)
    func allOrNothing(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1", "A2")
        await #expect(throws: BookingError.seatsUnavailable(["A1", "A2"])) {
            try await test.place("A1", "A3", "A2")
        }
        let seats = try await test.store.seats(of: "show1")
        #expect(seats.held == ["A1", "A2"])
        #expect(seats.sold == [])
    }

    @Test(
        "a hold is over at its end, on the dot, and its seats are taken over in that instant",
        arguments: StoreKind.allCases)
    func takeover(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let first = try await test.place("A1")
        #expect(first.expiresAt == test.clock.now + 600)
        test.clock.advance(599.999)
        await #expect(throws: BookingError.seatsUnavailable(["A1"])) { try await test.place("A1") }
        #expect(try await test.store.hold(first.id).id == first.id)
        test.clock.advance(0.001)
        await #expect(throws: BookingError.holdExpired) { try await test.store.hold(first.id) }
        let second = try await test.place("A1", "A2")
        #expect(try await test.store.hold(second.id).seats.map(\.seat) == ["A1", "A2"])
    }

    @Test("an extension gives a full lifetime, to 30 minutes in all", arguments: StoreKind.allCases)
    func extending(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        test.clock.advance(500)
        #expect(try await test.store.extend(hold.id, answering: nil).expiresAt == hold.createdAt + 1100)
        test.clock.advance(500)
        #expect(try await test.store.extend(hold.id, answering: nil).expiresAt == hold.createdAt + 1600)
        await #expect(throws: BookingError.seatsUnavailable(["A1"])) { try await test.place("A1") }
        test.clock.advance(500)
        #expect(try await test.store.extend(hold.id, answering: nil).expiresAt == hold.createdAt + 1800)
        await #expect(throws: BookingError.extensionLimit) { try await test.store.extend(hold.id, answering: nil) }
        #expect(try await test.store.hold(hold.id).expiresAt == hold.createdAt + 1800)
        test.clock.advance(300)
        await #expect(throws: BookingError.holdExpired) { try await test.store.extend(hold.id, answering: nil) }
        #expect(try await test.place("A1").seats.count == 1)
    }

    @Test("a failed call does not extend a hold", arguments: StoreKind.allCases)
    func failuresDoNotExtend(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        test.clock.advance(300)
        await #expect(throws: BookingError.self) { try await test.place("A1") }
        #expect(try await test.store.hold(hold.id).expiresAt == hold.expiresAt)
    }

    @Test("a released hold frees its seats at once and is unknown from then on", arguments: StoreKind.allCases)
    func release(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        try await test.store.release(hold.id)
        await #expect(throws: BookingError.unknownHold) { try await test.store.hold(hold.id) }
        await #expect(throws: BookingError.unknownHold) { try await test.store.release(hold.id) }
        _ = try await test.place("A1")
    }

    @Test(
        "the late release of an expired hold does not free seats that someone else has taken over",
        arguments: StoreKind.allCases)
    func lateRelease(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        test.clock.advance(600)
        _ = try await test.place("A1")
        await #expect(throws: BookingError.holdExpired) { try await test.store.release(hold.id) }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
    }

    @Test("holds of different showtimes do not meet", arguments: StoreKind.allCases)
    func showtimes(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1")
        let other = try Quote(
            [SeatRequest(seat: "A1", ticketType: "adult")], of: .sample(id: "show2", at: test.clock.now + 60),
            at: test.clock.now, policy: BookingPolicy())
        _ = try await test.store.place(other, answering: nil)
    }

    @Test("a hold keeps its price whatever the catalog says later", arguments: StoreKind.allCases)
    func frozenPrice(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let order = try #require(try await test.sell(hold).sale.order)
        #expect(order.total.amount == 1250)
        #expect(order.tickets.map(\.seat.price.amount) == [1250])
    }

    @Test("ids are different, hard to guess, and show nothing when printed", arguments: StoreKind.allCases)
    func ids(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let first = try await test.place("A1").id
        let second = try await test.place("A2").id
        #expect(first != second)
        #expect(first.text.count == 26)
        #expect(!"\(first)".contains(first.text))
        #expect(HoldID(first.text) == first)
        #expect(HoldID("x") == nil)
        #expect(HoldID(String(repeating: "!", count: 26)) == nil)
    }

    @Test("rules that see no claims give a seat to one buyer, and without the key to two: it is what keeps them apart")
    func key() async throws {
        let test = try TestStore()
        let blind = BookingEngine(
            BlindBookings(try SQLiteBookings(path: test.path, environment: test.clock.environment)),
            keys: .test, environment: test.clock.environment)
        let hold = try await blind.place(test.quote(["A1"]), answering: nil)
        await #expect(throws: BookingError.seatsUnavailable(["A1"])) {
            try await blind.place(test.quote(["A1", "A2"]), answering: nil)
        }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
        let (payment, purchase) = (test.newPayment(), try TestStore.purchase(of: hold))
        _ = try await blind.startPayment(payment, for: purchase)
        test.clock.advance(601)
        _ = try await blind.place(test.quote(["A1"]), answering: nil)
        await #expect(throws: (any Error).self) {
            try await blind.sell(payment, for: purchase, answering: nil)
        }
        #expect(try await test.store.payment(payment)?.state == .started)
        try StoreSabotage.noKey.harm(test.path)
        _ = try await blind.place(test.quote(["A1"]), answering: nil)
        #expect(try await test.store.seats(of: "show1").held == ["A1", "A1"])
    }
}
