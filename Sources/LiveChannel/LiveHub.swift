import NIOCore
import Synchronization
import WebService

/// Tells all who watch a topic what becomes of it.
package final class LiveHub: Sendable {
    package let source: any LiveSource
    package let counts = LiveCounts()
    private let mailboxes = Mutex<[ObjectIdentifier: LiveMailbox]>([:])
    private let watched = Mutex<[Topic: Watched]>([:])
    private let loops: PerLoop<LiveLoop>

    private struct Watched {
        var watchers = 0
        /// The newest version of which the watchers were told.
        var version = 0
    }

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
        watched.withLock { $0[watcher.topic, default: Watched()].watchers += 1 }
        counts.countOpened()
        loop.join(watcher)
        return loop
    }

    func leave(_ watcher: Watcher, on eventLoop: any EventLoop) {
        loops.value(on: eventLoop).leave(watcher)
        counts.countClosed()
        watched.withLock { watched in
            watched[watcher.topic]?.watchers -= 1
            if watched[watcher.topic]?.watchers == 0 { watched[watcher.topic] = nil }
        }
    }

    /// The topic as it is now. Who reads it after it has joined misses nothing.
    func snapshot(of topic: Topic) async throws -> LiveMessage {
        try await source.snapshot(of: topic)
    }

    /// Must be called in the order of each topic's versions. It takes little time, and none for what nobody watches.
    package func publish(_ changes: [some LiveChange]) {
        let heard = changes.filter { change in
            watched.withLock { watched in
                watched[change.topic]?.version = change.version
                return watched[change.topic] != nil
            }
        }
        send(heard.map { LiveMessage(of: $0.topic, version: $0.version, $0.text) })
    }

    /// What is watched now, with the newest version of which the watchers were told; 0 if they have been told of none since the
    /// first of them came.
    package var watchedVersions: [Topic: Int] { watched.withLock { $0.mapValues(\.version) } }

    /// Gives a new snapshot to watchers who have heard of no version so new: another process has changed what they watch.
    package func catchUp(_ versions: [Topic: Int]) {
        let missed = watched.withLock { watched in
            versions.filter { topic, version in
                guard let told = watched[topic]?.version, told < version else { return false }
                watched[topic]?.version = version
                return true
            }
        }
        send(missed.map { LiveMessage(gapOf: $0.key, upTo: $0.value) })
    }

    private func send(_ messages: [LiveMessage]) {
        guard !messages.isEmpty else { return }
        for mailbox in mailboxes.withLock({ Array($0.values) }) {
            mailbox.send(messages)
        }
    }
}
