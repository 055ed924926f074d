import Synchronization
package import WebService

/// What has become of live sockets.
package final class LiveCounts: Sendable {
    private let openedSockets = Atomic(0)
    private let closedSockets = Atomic(0)
    private let droppedSockets = Atomic(0)
    private let sentMessages = Atomic(0)

    private var opened: Int { openedSockets.load(ordering: .relaxed) }

    func countOpened() { openedSockets.add(1, ordering: .relaxed) }

    func countClosed() { closedSockets.add(1, ordering: .relaxed) }

    /// One that is closed because the client did not read, did not answer, or broke the rules.
    func countDropped() { droppedSockets.add(1, ordering: .relaxed) }

    func countMessages(_ number: Int) { sentMessages.add(number, ordering: .relaxed) }

    package var families: [MetricFamily] {
        let opened = opened
        return [
            .gauge(
                "marquee_live_sockets", "Live sockets that are open now.",
                opened - closedSockets.load(ordering: .relaxed)),
            .counter("marquee_live_sockets_total", "Live sockets that were opened.", [([:], opened)]),
            .counter(
                "marquee_live_sockets_dropped_total",
                "Live sockets that were closed because the client did not keep up or broke the rules.",
                [([:], droppedSockets.load(ordering: .relaxed))]),
            .counter(
                "marquee_live_messages_total", "Messages that were sent over live sockets.",
                [([:], sentMessages.load(ordering: .relaxed))]),
        ]
    }
}
