import HummingbirdCore
import Synchronization

/// Counts the connections that are open.
final class OpenConnections: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    fileprivate func add(_ change: Int) { number.add(change, ordering: .relaxed) }
}

/// Accepts no further connection while there are as many as may be; they wait where the system keeps them.
struct ConnectionLimit: AvailableConnectionsDelegate {
    let maximum: Int
    let connections: OpenConnections

    func connectionOpened() { connections.add(1) }

    func connectionClosed() { connections.add(-1) }

    func isAcceptingNewConnections() -> Bool { connections.count < maximum }
}
