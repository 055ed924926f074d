import Booking
import BookingSQLite
import BookingService
import Cinema
import Foundation
import Idempotency
import TestSupport
import Testing
import WebService

@Suite("500 buyers and one seat", .serialized, .timeLimit(.minutes(2)))
struct RaceTests {
    @Test("exactly one gets it, and 499 are told")
    func guarded() async throws {
        let statuses = try await race { try $0.store() }
        #expect(statuses == [201: 1, 409: 499])
    }

    @Test("rules that see no claims give it to one all the same, for the key says so")
    func key() async throws {
        let statuses = try await race { LookingFirst(base: try $0.store(isBlind: true)) }
        #expect(statuses == [201: 1, 409: 499])
    }

    /// Were the buyers to come one after the other, the first of them would wait here for ever: so this test says that they
    /// meet, without which the ones above would prove nothing.
    @Test("a store that looks first and then claims, in two transactions and without the key, sells it twice")
    func negativeControl() async throws {
        let statuses = try await race { LookingFirst(base: try $0.store(.noKey, isBlind: true)) }
        #expect(statuses[201, default: 0] > 1 && statuses[409, default: 0] > 0, "\(statuses)")
    }

    /// All buyers are connected before the first asks.
    private func race(_ store: (TestParts) throws -> any BookingStore) async throws -> [Int: Int] {
        let parts = try TestParts()
        // All of them come from this machine, which is one client.
        let configuration = BookingConfiguration(
            web: WebConfiguration(limits: ServerLimits(connectionsPerClient: 0)))
        return try await parts.listen(configuration, store: store(parts)) { port in
            let start = StartingLine(runners: 500)
            return try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...500 {
                    group.addTask {
                        try await TestBuyer.connected(to: port) { buyer in
                            _ = try await buyer.get("/health")
                            await start.wait()
                            return try await buyer.hold("A1").status
                        }
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
        }
    }
}

/// What is often written: is the seat free? then it is mine. Whoever has looked first goes on when a second has looked, and
/// each claims alone: of claims that wait together, the store would decide as a group.
private struct LookingFirst: ForwardingStore {
    let base: any BookingStore
    private let looked = StartingLine(runners: 2)
    private let queue = Queue()

    init(base: any BookingStore) {
        self.base = base
    }

    func place(_ quote: Quote, for customer: Customer, answering: Answering<HoldID>?) async throws -> Hold {
        let seats = try await base.seats(of: quote.showtime)
        let taken = quote.seats.map(\.seat).filter { seats.held.contains($0) || seats.sold.contains($0) }
        guard taken.isEmpty else { throw BookingError.seatsUnavailable(taken) }
        await looked.wait()
        return try await queue.run { try await base.place(quote, for: customer, answering: answering) }
    }
}

/// Does one thing after the other.
private actor Queue {
    private var last: Task<Void, Never>?

    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { [last] in
            await last?.value
            return try await body()
        }
        last = Task { _ = await task.result }
        return try await task.value
    }
}

/// Lets all go when the last has come, and whoever comes later.
private actor StartingLine {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(runners: Int) {
        missing = runners
    }

    func wait() async {
        missing -= 1
        if missing <= 0 {
            waiting.forEach { $0.resume() }
            waiting = []
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}
