import NIOCore
import Synchronization
import WebService

/// Tells all who watch a topic what becomes of it.
package final class LiveHub: Sendable {
    package let source: any LiveSource
    package let counts = LiveCounts()
    private let mailboxes = Mutex<[ObjectIdentifier: LiveMailbox]>([:])
    private let watched = Mutex<[Topic: Int]>([:])
    private let loops: PerLoop<LiveLoop>

    package init(_ source: any LiveSource) {
        self.source = source
        loops = PerLoop { [counts] _ in LiveLoop(counts: counts) }
    }

    /// From when this returns, the watcher hears of every change that is published; on its event loop.
    func join(_ watcher: Watcher, on eventLoop: any EventLoop) -> LiveLoop {
        let loop = loops.value(on: eventLoop)
        mailboxes.withLock { mailboxes in
            if mailboxes[ObjectIdentifier(eventLoop)] == nil {
                mailboxes[ObjectIdentifier(eventLoop)] = LiveMailbox(loop, on: eventLoop)
            }
        }
        watched.withLock { $0[watcher.topic, default: 0] += 1 }
        counts.countOpened()
        loop.join(watcher)
        return loop
    }

    func leave(_ watcher: Watcher, on eventLoop: any EventLoop) {
        loops.value(on: eventLoop).leave(watcher)
        counts.countClosed()
        watched.withLock { watched in
            watched[watcher.topic, default: 0] -= 1
            if watched[watcher.topic] == 0 { watched[watcher.topic] = nil }
        }
    }

    /// The topic as it is now. Who reads it after it has joined misses nothing.
    func snapshot(of topic: Topic) async throws -> LiveMessage {
        try await source.snapshot(of: topic)
    }

    /// Must be called in the order of each topic's versions. It takes little time, and none for what nobody watches.
    package func publish(_ changes: [some LiveChange]) {
        let watched = watched.withLock { $0 }
        let messages = changes.filter { watched[$0.topic] != nil }
            .map { LiveMessage(of: $0.topic, version: $0.version, $0.text) }
        guard !messages.isEmpty else { return }
        for mailbox in mailboxes.withLock({ Array($0.values) }) {
            mailbox.send(messages)
        }
    }
}
