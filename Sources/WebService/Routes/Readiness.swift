package import Foundation
import Synchronization

/// Whether a service can write: it is tried once a second at most, however many ask.
package final class Readiness: Sendable {
    private struct Probe {
        let task: Task<Void, any Error>
        let begunAt: Date
        var hasEnded = false
    }

    /// In seconds.
    private static let lifetime: TimeInterval = 1

    private let now: @Sendable () -> Date
    private let probe: @Sendable () async throws -> Void
    private let newest = Mutex<Probe?>(nil)

    /// - Parameter probe: tries it, and throws why it cannot.
    package init(now: @escaping @Sendable () -> Date, probe: @escaping @Sendable () async throws -> Void) {
        self.now = now
        self.probe = probe
    }

    /// - Throws: why it cannot.
    package func require() async throws {
        let now = now()
        let task = newest.withLock { newest in
            if let newest, !newest.hasEnded || abs(now.timeIntervalSince(newest.begunAt)) < Self.lifetime {
                return newest.task
            }
            let task = Task { [self] in
                defer { self.newest.withLock { $0?.hasEnded = true } }
                try await probe()
            }
            newest = Probe(task: task, begunAt: now)
            return task
        }
        try await task.value
    }
}
