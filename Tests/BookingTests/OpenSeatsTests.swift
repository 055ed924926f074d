import BookingSQLite
import Cinema
import Foundation
import GRDB
import Testing

@testable import Booking

@Suite("How many unpaid seats one client may hold")
struct OpenSeatsTests {
    private let ada = Customer(client: ClientDigest(bytes: Data("ada".utf8)))
    private let grace = Customer(client: ClientDigest(bytes: Data("grace".utf8)))
    /// Of the sample room's 24 seats a quarter is 6.
    private let policy = BookingPolicy(openSeats: OpenSeatsLimit(inShowing: 2, inAll: 8))

    private func quote(_ test: TestStore, _ seats: String..., showtime: ShowtimeID = "show1") throws -> Quote {
        try Quote(
            seats.map { SeatRequest(seat: $0, ticketType: "adult") },
            of: .sample(id: showtime, at: test.clock.now + 86_400), at: test.clock.now, policy: BookingPolicy())
    }

    private func refusal(_ limit: Int, _ seconds: Int = 600) -> BookingError {
        .tooManyOpenSeats(limit: limit, secondsToWait: seconds)
    }

    @Test(
        "in one showing it is a quarter of the room, or a number that is larger",
        arguments: [(2, 6), (7, 7), (nil, 24)] as [(Int?, Int)], StoreKind.allCases)
    func inShowing(limit: (least: Int?, most: Int), kind: StoreKind) async throws {
        let (least, most) = limit
        let test = try TestStore(kind, policy: BookingPolicy(openSeats: OpenSeatsLimit(inShowing: least, inAll: nil)))
        let all = (1...10).flatMap { ["A\($0)", "B\($0)"] } + (1...4).map { "C\($0)" }
        for seat in all.prefix(most) { _ = try await test.store.place(quote(test, seat), for: ada, answering: nil) }
        guard let next = all.dropFirst(most).first else { return }
        await #expect(throws: refusal(most)) {
            try await test.store.place(quote(test, next), for: ada, answering: nil)
        }
        #expect(try await test.store.seats(of: "show1").held.count == most, "nothing of it was held")
        _ = try await test.store.place(quote(test, next), for: grace, answering: nil)
        for seat in all.dropFirst(most + 1) { _ = try await test.store.place(quote(test, seat), answering: nil) }
    }

    @Test(
        "where there is no limit, nobody's open holds are looked at: there may be any number of them",
        arguments: [(2, 8, true), (nil, 8, true), (2, nil, true), (nil, nil, false)] as [(Int?, Int?, Bool)])
    func counted(inShowing: Int?, inAll: Int?, isCounted: Bool) throws {
        let test = try TestStore(.memory)
        let id = HoldID(stored: "a-hold")
        let request = HoldRequest(
            id: id, digest: id.digest, quote: try quote(test, "A1"), customer: ada, answer: nil, showing: nil)
        let limit = OpenSeatsLimit(inShowing: inShowing, inAll: inAll)
        let decisions = HoldDecisions(policy: BookingPolicy(openSeats: limit))
        #expect(decisions.counted([request, request]) == Set(isCounted ? [ada.client].compactMap(\.self) : []))
    }

    @Test("in all showings it is less than the sum of what each allows", arguments: StoreKind.allCases)
    func inAll(kind: StoreKind) async throws {
        let test = try TestStore(kind, policy: policy)
        _ = try await test.store.place(quote(test, "A1", "A2", "A3", "A4", "A5"), for: ada, answering: nil)
        await #expect(throws: refusal(8)) {
            try await test.store.place(quote(test, "A1", "A2", "A3", "A4", showtime: "show2"), for: ada, answering: nil)
        }
        _ = try await test.store.place(quote(test, "A1", "A2", "A3", showtime: "show2"), for: ada, answering: nil)
        await #expect(throws: refusal(8)) {
            try await test.store.place(quote(test, "A1", showtime: "show3"), for: ada, answering: nil)
        }
    }

    @Test(
        "what is released, paid or over is given back; what is extended goes on counting", arguments: StoreKind.allCases
    )
    func givenBack(kind: StoreKind) async throws {
        let test = try TestStore(kind, policy: policy)
        func six(_ row: String) throws -> Quote {
            try quote(test, "\(row)1", "\(row)2", "\(row)3", "\(row)4", "\(row)5", "\(row)6")
        }
        let released = try await test.store.place(six("A"), for: ada, answering: nil)
        await #expect(throws: refusal(6)) { try await test.store.place(six("B"), for: ada, answering: nil) }
        try await test.store.release(released.id)
        let paid = try await test.store.place(six("B"), for: ada, answering: nil)
        _ = try await test.sell(paid)
        let extended = try await test.store.place(six("A"), for: ada, answering: nil)
        test.clock.advance(599)
        _ = try await test.store.extend(extended.id, answering: nil)
        test.clock.advance(599)
        await #expect(throws: refusal(6, 1)) {
            try await test.store.place(quote(test, "C1"), for: ada, answering: nil)
        }
        test.clock.advance(1)
        _ = try await test.store.place(quote(test, "C1"), for: ada, answering: nil)
    }

    @Test(
        "it counts across processes and restarts, and two at once cannot slip past it", arguments: StoreKind.allCases)
    func atOnce(kind: StoreKind) async throws {
        let test = try TestStore(kind, policy: policy)
        let stores = try [test.store] + (0..<2).map { _ in try test.reopen(policy: policy) }
        let placed = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                let store = stores[number % stores.count]
                group.addTask {
                    let seat = "\(["A", "B"][number % 2])\(number / 2 % 10 + 1)"
                    return (try? await store.place(quote(test, seat), for: ada, answering: nil)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(placed == 6)
        let reopened = try test.reopen(policy: policy)
        await #expect(throws: refusal(6)) {
            try await reopened.place(quote(test, "C1"), for: ada, answering: nil)
        }
    }

    @Test("whose a hold was is forgotten when it ends")
    func forgotten() async throws {
        let test = try TestStore(policy: policy)
        func known() throws -> Int? {
            try DatabaseQueue(path: test.path).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM hold WHERE client IS NOT NULL")
            }
        }
        let released = try await test.store.place(quote(test, "A1"), for: ada, answering: nil)
        let paid = try await test.store.place(quote(test, "A2"), for: ada, answering: nil)
        _ = try await test.store.place(quote(test, "A3"), for: ada, answering: nil)
        #expect(try known() == 3)
        try await test.store.release(released.id)
        _ = try await test.sell(paid)
        #expect(try known() == 1)
        test.clock.advance(600)
        try await test.store.tidy()
        #expect(try known() == 0)
    }

    @Test("a store of the version before learns to count, and keeps what it has")
    func migrated() async throws {
        let test = try TestStore()
        let hold = try await test.place("A1")
        try await test.becomeVersion2()
        let store = try test.reopen(policy: policy)
        #expect(try await store.hold(hold.id) == hold)
        _ = try await store.place(quote(test, "A2", "A3", "A4", "A5", "A6", "A7"), for: ada, answering: nil)
        await #expect(throws: refusal(6)) { try await store.place(quote(test, "A8"), for: ada, answering: nil) }
        #expect(try StoreAudit(of: test.path).report().faults == [])
    }
}
