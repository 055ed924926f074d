package import NIOCore
import Synchronization

/// What looks at the time about once a second.
package protocol Ticking: AnyObject {
    func tick(at now: NIODeadline)
    /// Where nothing is under way, so that it could make room for another.
    var idle: IdleConnection? { get }
}

extension Ticking {
    package var idle: IdleConnection? { nil }
}

/// One timer for all connections of an event loop: ten thousand timers would cost more than the connections do.
package final class LoopTicker {
    private static let interval = TimeAmount.seconds(1)
    private let eventLoop: any EventLoop
    private var members: [ObjectIdentifier: any Ticking] = [:]
    private var timer: RepeatedTask?

    package init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    package func add(_ member: any Ticking) {
        members[ObjectIdentifier(member)] = member
        guard timer == nil else { return }
        let ticker = NIOLoopBound(self, eventLoop: eventLoop)
        timer = eventLoop.scheduleRepeatedTask(initialDelay: Self.interval, delay: Self.interval) { _ in
            ticker.value.tick()
        }
    }

    package func remove(_ member: any Ticking) {
        members[ObjectIdentifier(member)] = nil
        guard members.isEmpty else { return }
        timer?.cancel()
        timer = nil
    }

    /// - Returns: at most `count`, those first that are idle longest.
    func idleLongest(_ count: Int, since latest: NIODeadline) -> [IdleConnection] {
        Array(
            members.values.compactMap(\.idle).filter { $0.since <= latest }.sorted { $0.since < $1.since }.prefix(count)
        )
    }

    private func tick() {
        let now = eventLoop.now
        for member in members.values {
            member.tick(at: now)
        }
    }
}
