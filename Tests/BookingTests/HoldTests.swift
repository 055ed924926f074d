import Booking
import BookingSQLite
import Cinema
import Foundation
import TestSupport
import Testing

@Suite("Holds in the store")
struct HoldTests {
    @Test("a hold is all or nothing, and says which seats are gone")
    func allOrNothing() async throws {
        let test = try TestStore()
        _ = try await test.place("A1", "A2")
        await #expect(throws: BookingError.seatsUnavailable(["A1", "A2"])) {
            try await test.place("A1", "A3", "A2")
        }
        let seats = try await test.store.seats(of: "show1")
        #expect(seats.held == ["A1", "A2"])
        #expect(seats.sold == [])
    }

    @Test("a hold is over at its end, on the dot, and its seats are taken over in that instant")
    func takeover() async throws {
        let test = try TestStore()
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

    @Test("an extension gives a full lifetime, to 30 minutes in all")
    func extending() async throws {
        let test = try TestStore()
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

    @Test("a failed call does not extend a hold")
    func failuresDoNotExtend() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        test.clock.advance(300)
        await #expect(throws: BookingError.self) { try await test.place("A1") }
        #expect(try await test.store.hold(hold.id).expiresAt == hold.expiresAt)
    }

    @Test("a released hold frees its seats at once and is unknown from then on")
    func release() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        try await test.store.release(hold.id)
        await #expect(throws: BookingError.unknownHold) { try await test.store.hold(hold.id) }
        await #expect(throws: BookingError.unknownHold) { try await test.store.release(hold.id) }
        _ = try await test.place("A1")
    }

    @Test("the late release of an expired hold does not free seats that someone else has taken over")
    func lateRelease() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        test.clock.advance(600)
        _ = try await test.place("A1")
        await #expect(throws: BookingError.holdExpired) { try await test.store.release(hold.id) }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
    }

    @Test("holds of different showtimes do not meet")
    func showtimes() async throws {
        let test = try TestStore()
        _ = try await test.place("A1")
        let other = try Quote(
            [SeatRequest(seat: "A1", ticketType: "adult")], of: .sample(id: "show2", at: test.clock.now + 60),
            at: test.clock.now, policy: BookingPolicy())
        _ = try await test.store.place(other, answering: nil)
    }

    @Test("a hold keeps its price whatever the catalog says later")
    func frozenPrice() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        let order = try #require(try await test.sell(hold).sale.order)
        #expect(order.total.amount == 1250)
        #expect(order.tickets.map(\.seat.price.amount) == [1250])
    }

    @Test("ids are different, hard to guess, and show nothing when printed")
    func ids() async throws {
        let test = try TestStore()
        let first = try await test.place("A1").id
        let second = try await test.place("A2").id
        #expect(first != second)
        #expect(first.text.count == 26)
        #expect(!"\(first)".contains(first.text))
        #expect(HoldID(first.text) == first)
        #expect(HoldID("x") == nil)
        #expect(HoldID(String(repeating: "!", count: 26)) == nil)
    }

    @Test("the table without its key lets two buyers have one seat: the key is what keeps them apart")
    func negativeControl() async throws {
        let test = try TestStore(sabotage: .noKey)
        _ = try await test.place("A1")
        _ = try await test.place("A1")
        #expect(try await test.store.seats(of: "show1").held == ["A1", "A1"])
    }
}
