import Synchronization

/// What has become of live sockets.
final class LiveCounts: Sendable {
    private let openedSockets = Atomic(0)
    private let closedSockets = Atomic(0)
    private let droppedSockets = Atomic(0)
    private let sentMessages = Atomic(0)

    var opened: Int { openedSockets.load(ordering: .relaxed) }
    var open: Int { opened - closedSockets.load(ordering: .relaxed) }
    /// Closed because the client did not read, did not answer, or broke the rules.
    var dropped: Int { droppedSockets.load(ordering: .relaxed) }
    var messagesSent: Int { sentMessages.load(ordering: .relaxed) }

    func countOpened() { openedSockets.add(1, ordering: .relaxed) }

    func countClosed() { closedSockets.add(1, ordering: .relaxed) }

    func countDropped() { droppedSockets.add(1, ordering: .relaxed) }

    func countMessages(_ number: Int) { sentMessages.add(number, ordering: .relaxed) }
}
