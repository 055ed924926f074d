import Booking
import BookingSQLite
import Cinema
import Synchronization
import Testing

@Suite("What watchers are told")
struct SeatChangeTests {
    @Test(
        "every change is told once, in the order of the versions, with nothing left out", arguments: StoreKind.allCases)
    func told(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let told = Mutex<[SeatChange]>([])
        test.store.changes.subscribe { changes in told.withLock { $0 += changes } }
        func change(
            _ version: Int, sold: [SeatName] = [], held: [SeatName] = [], released: [SeatName] = []
        ) -> SeatChange {
            SeatChange(showtime: "show1", version: version, sold: sold, held: held, released: released)
        }

        let first = try await test.place("A2", "A1")
        let second = try await test.place("B1")
        try await test.store.release(first.id)
        let (payment, sale) = try await test.sell(second)
        _ = try await test.place("A3")
        test.clock.advance(600)
        _ = try await test.store.expire()
        try await test.store.advance(payment, to: .captured)
        _ = try await test.store.startRefund(of: #require(sale.order).id)
        #expect(
            told.withLock { $0 } == [
                change(1, held: ["A2", "A1"]), change(2, held: ["B1"]), change(3, released: ["A2", "A1"]),
                change(4, sold: ["B1"]), change(5, held: ["A3"]), change(6, released: ["A3"]),
                change(7, released: ["B1"]),
            ])
        #expect(try await test.store.seats(of: "show1").version == 7)
    }

    @Test(
        "what is refused is not told, and what is told is durable before anyone hears of it",
        arguments: StoreKind.allCases)
    func refused(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1")
        let told = Mutex<[SeatChange]>([])
        let commits = test.clock.commits
        let before = commits.totals.commits
        test.store.changes.subscribe { changes in
            told.withLock { $0 += changes }
            #expect(commits.totals.commits > before)
        }
        await #expect(throws: BookingError.self) { try await test.place("A2", "A1") }
        #expect(told.withLock { $0 } == [])
        _ = try await test.place("A2")
        #expect(told.withLock { $0.count } == 1)
    }

    @Test("a store says when the next hold will be over", arguments: StoreKind.allCases)
    func nextExpiry(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        #expect(try await test.store.expire() == nil)
        let first = try await test.place("A1")
        test.clock.advance(60)
        let second = try await test.place("A2")
        #expect(try await test.store.expire() == first.expiresAt)
        test.clock.advance(540)
        #expect(try await test.store.expire() == second.expiresAt)
        #expect(try await test.store.seats(of: "show1").held == ["A2"])
    }
}
