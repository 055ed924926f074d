import Booking
import BookingAPI
import BookingSQLite
import Cinema
import Foundation
import Testing

@Suite("500 buyers and one seat", .serialized)
struct RaceTests {
    @Test("exactly one gets it, and 499 are told")
    func guarded() async throws {
        let statuses = try await race(.all)
        #expect(statuses == [201: 1, 409: 499])
    }

    /// Without this test the one above could be green because its buyers never met.
    @Test("with the key of the table taken away, the same race sells the seat twice")
    func negativeControl() async throws {
        let statuses = try await race(.all.subtracting(.seatKey))
        #expect(statuses[201, default: 0] > 1)
    }

    /// All buyers are connected before the first asks.
    private func race(_ guards: StoreGuards) async throws -> [Int: Int] {
        let parts = try TestParts()
        // All of them come from this machine, which is one client.
        let configuration = ServerConfiguration(limits: ServerLimits(connectionsPerClient: 0))
        return try await parts.listen(configuration, store: parts.store(guards)) { port in
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

/// Lets all go when the last has come.
private actor StartingLine {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(runners: Int) {
        missing = runners
    }

    func wait() async {
        missing -= 1
        if missing == 0 {
            waiting.forEach { $0.resume() }
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}
