import Booking
import Foundation
import Synchronization

/// Whether the server can sell: the store is written to see it, once a second at most, however many ask.
final class Readiness: Sendable {
    private struct Probe {
        let task: Task<Void, any Error>
        let begunAt: Date
        var hasEnded = false
    }

    /// In seconds.
    private static let lifetime: TimeInterval = 1

    private let store: any BookingStore
    private let now: @Sendable () -> Date
    private let newest = Mutex<Probe?>(nil)

    init(store: any BookingStore, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.now = now
    }

    /// - Throws: why it cannot.
    func require() async throws {
        let now = now()
        let task = newest.withLock { newest in
            if let newest, !newest.hasEnded || abs(now.timeIntervalSince(newest.begunAt)) < Self.lifetime {
                return newest.task
            }
            let task = Task { [self] in
                defer { self.newest.withLock { $0?.hasEnded = true } }
                try await store.requireWritable()
            }
            newest = Probe(task: task, begunAt: now)
            return task
        }
        try await task.value
    }
}
