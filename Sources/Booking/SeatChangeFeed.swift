import Synchronization

/// Where a store tells what it has changed: in the order of each showtime's versions, once it is durable, and before the
/// callers are answered.
package final class SeatChangeFeed: Sendable {
    private let listeners = Mutex<[@Sendable ([SeatChange]) -> Void]>([])

    package init() {}

    /// - Parameter listener: is called where the store commits, so it must be quick.
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
