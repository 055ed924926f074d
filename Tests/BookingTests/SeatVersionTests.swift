import Booking
import BookingSQLite
import Cinema
import Foundation
import Testing

@Suite("The version of a showtime's seats")
struct SeatVersionTests {
    @Test("it changes with every change, also one that time alone has made", arguments: StoreKind.allCases)
    func changes(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        var seen: [Int] = []
        func look() async throws -> SeatStates {
            let seats = try await test.store.seats(of: "show1")
            seen.append(seats.version)
            return seats
        }
        #expect(try await look().held == [])
        let hold = try await test.place("A1")
        #expect(try await look().held == ["A1"])
        try await test.store.release(hold.id)
        #expect(try await look().held == [])
        let second = try await test.place("A1", "A2")
        #expect(try await look().held == ["A1", "A2"])
        _ = try await test.sell(second)
        #expect(try await look().sold == ["A1", "A2"])
        _ = try await test.place("B1")
        _ = try await look()
        test.clock.advance(600)
        let late = try await look()
        #expect(late.held == [] && late.sold == ["A1", "A2"])
        #expect(Set(seen).count == seen.count)
        #expect(seen == seen.sorted())
    }

    @Test(
        "it stays while nothing changes, also through extensions, refusals and tidying", arguments: StoreKind.allCases)
    func stays(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let before = try await test.store.seats(of: "show1")
        test.clock.advance(100)
        _ = try await test.store.extend(hold.id, answering: nil)
        await #expect(throws: BookingError.self) { try await test.place("A1", "A2") }
        _ = try await test.store.expire()
        #expect(try await test.store.seats(of: "show1") == before)
    }

    @Test("expiry and tidying remove what is over and never what is sold", arguments: StoreKind.allCases)
    func tidying(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let paid = try await test.place("A1")
        _ = try await test.sell(paid)
        let hold = try await test.place("A2")
        test.clock.advance(600)
        #expect(try await test.store.expire() == nil)
        try await test.store.tidy()
        let seats = try await test.store.seats(of: "show1")
        #expect(seats.sold == ["A1"] && seats.held == [])
        await #expect(throws: BookingError.holdExpired) { try await test.store.hold(hold.id) }
        test.clock.advance(90_000)
        try await test.store.tidy()
        await #expect(throws: BookingError.unknownHold) { try await test.store.hold(hold.id) }
        #expect(try await test.store.seats(of: "show1").sold == ["A1"])
    }

    @Test("what another process commits is seen by the very next reader", arguments: StoreKind.allCases)
    func otherProcess(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let other = try test.reopen()
        for number in 1...10 {
            let before = try await test.store.seats(of: "show1")
            #expect(try await test.store.seats(of: "show1") == before)
            _ = try await other.place(test.quote(["A\(number)"]), answering: nil)
            let after = try await test.store.seats(of: "show1")
            #expect(after.held.count == number && after.version > before.version)
        }
    }

    @Test(
        "who reads again and again sees a hold end on the dot, though nothing was committed",
        arguments: StoreKind.allCases)
    func expiryBetweenReads(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1")
        test.clock.advance(599.999)
        let before = try await test.store.seats(of: "show1")
        #expect(try await test.store.seats(of: "show1") == before && before.held == ["A1"])
        test.clock.advance(0.001)
        let after = try await test.store.seats(of: "show1")
        #expect(after.held == [] && after.version > before.version)
    }

    @Test("two stores never share an epoch", arguments: StoreKind.allCases)
    func epoch(kind: StoreKind) throws {
        #expect(try TestStore(kind).store.epoch != TestStore(kind).store.epoch)
    }
}
