import HummingbirdCore
import Synchronization

/// Counts the connections that are open.
final class OpenConnections: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    fileprivate func add(_ change: Int) -> Int { number.add(change, ordering: .relaxed).newValue }
}

/// Accepts one connection more than there may be, for which another has to go; further ones wait where the system keeps
/// them.
struct ConnectionLimit: AvailableConnectionsDelegate {
    let maximum: Int
    let connections: OpenConnections
    let whenFull: @Sendable () -> Void

    func connectionOpened() {
        if connections.add(1) > maximum { whenFull() }
    }

    func connectionClosed() { _ = connections.add(-1) }

    func isAcceptingNewConnections() -> Bool { connections.count <= maximum }
}
