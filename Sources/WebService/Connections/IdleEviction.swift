import Logging
package import NIOCore
import Synchronization

/// A newcomer needs the place of a connection on which nothing is under way.
struct PlaceWanted: Sendable {}

/// A connection on which nothing is under way.
package struct IdleConnection: Sendable {
    package let since: NIODeadline
    package let channel: any Channel
}

/// Makes room when all connections are taken: those that have been idle longest go first.
final class IdleEviction: Sendable {
    /// Newcomers are not to make room for each other.
    private static let grace = TimeAmount.seconds(1)
    /// While nobody can go, how long until it is tried again.
    private static let pause = TimeAmount.milliseconds(500)
    /// Until those that are told to go are no longer counted, so that no other goes in their stead.
    private static let closingTime = TimeAmount.milliseconds(50)

    private let maximum: Int
    /// So that a crowd that comes at once is not made room for one by one.
    private let batch: Int
    private let metrics: ServiceMetrics
    private let tickers: PerLoop<LoopTicker>
    private let logger: Logger
    private let isRunning = Atomic(false)
    private let hasWarned = Atomic(false)

    init(maximum: Int, metrics: ServiceMetrics, tickers: PerLoop<LoopTicker>, logger: Logger) {
        self.maximum = maximum
        batch = max(1, maximum / 100)
        self.metrics = metrics
        self.tickers = tickers
        self.logger = logger
    }

    /// - Parameter eventLoop: any.
    func makeRoom(_ eventLoop: any EventLoop) {
        guard !isRunning.exchange(true, ordering: .relaxed) else { return }
        warn()
        let answers = tickers.ask { [batch] in $0.idleLongest(batch, since: eventLoop.now - Self.grace) }
        EventLoopFuture.whenAllSucceed(answers, on: eventLoop).whenComplete { [self] result in
            let idle = ((try? result.get()) ?? []).joined().sorted { $0.since < $1.since }
            let excess = metrics.connections.count - maximum
            let going = excess > 0 ? idle.prefix(max(excess, batch)) : []
            for connection in going { evict(connection) }
            eventLoop.scheduleTask(in: going.isEmpty ? Self.pause : Self.closingTime) { [self] in
                isRunning.store(false, ordering: .relaxed)
                if metrics.connections.count > maximum { makeRoom(eventLoop) }
            }
        }
    }

    private func evict(_ connection: IdleConnection) {
        metrics.countCut(.idleLongest)
        connection.channel.eventLoop.execute {
            connection.channel.pipeline.fireUserInboundEventTriggered(PlaceWanted())
        }
    }

    private func warn() {
        guard !hasWarned.exchange(true, ordering: .relaxed) else { return }
        logger.warning(
            "all connections are taken; those that are idle longest are closed for new ones",
            metadata: ["max-connections": "\(maximum)"])
    }
}
