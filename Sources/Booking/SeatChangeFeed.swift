import Synchronization

/// Where a store tells what has changed of its seats: in the order of each showtime's versions, once it is durable.
package protocol SeatChangeFeed: Sendable {
    /// - Parameter listener: is called where the store commits, so it must be quick.
    func subscribe(_ listener: @escaping @Sendable ([SeatChange]) -> Void)
}

/// Hands on what one process has changed itself, before its callers are answered.
package final class SeatChangeRelay: SeatChangeFeed {
    private let listeners = Mutex<[@Sendable ([SeatChange]) -> Void]>([])

    package init() {}

    package func subscribe(_ listener: @escaping @Sendable ([SeatChange]) -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    package func publish(_ changes: [SeatChange]) {
        guard !changes.isEmpty else { return }
        for listener in listeners.withLock({ $0 }) {
            listener(changes)
        }
    }
}
