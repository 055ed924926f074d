import NIOCore

/// The watchers of one event loop, on which all of this happens.
final class LiveLoop {
    /// Watchers that are told without a pause for others on the event loop: about a millisecond's worth.
    private static let slice = 256

    /// Messages on their way to all watchers of a topic.
    private struct Round {
        let messages: ArraySlice<LiveMessage>
        /// All frames, to be written at once to whoever needs all of them.
        let bytes: ByteBuffer
        var watchers: ArraySlice<Watcher>
    }

    private let counts: LiveCounts
    private var rooms: [Topic: LiveRoom] = [:]
    private var rounds: [Round] = []

    init(counts: LiveCounts) {
        self.counts = counts
    }

    func join(_ watcher: Watcher) {
        rooms[watcher.topic, default: LiveRoom()].add(watcher)
    }

    func leave(_ watcher: Watcher) {
        rooms[watcher.topic]?.remove(watcher)
        if rooms[watcher.topic]?.watchers.isEmpty == true {
            rooms[watcher.topic] = nil
        }
    }

    /// What a watcher has missed while it waited for a snapshot.
    func recent(of topic: Topic) -> ArraySlice<LiveMessage> {
        rooms[topic]?.recent ?? []
    }

    var hasWork: Bool { !rounds.isEmpty }

    /// Begins a round for each topic of which there is something to tell.
    func begin(_ messages: [LiveMessage]) {
        for (topic, messages) in Dictionary(grouping: messages, by: \.topic) {
            guard let watchers = rooms[topic]?.watchers.values else { continue }
            let round = Round(messages: messages[...], bytes: joined(messages), watchers: Array(watchers)[...])
            rooms[topic]?.remember(messages)
            rounds.append(round)
        }
    }

    /// Tells some watchers.
    func work() {
        guard var round = rounds.popLast() else { return }
        var told = 0
        for watcher in round.watchers.prefix(Self.slice) where watcher.hear(round.messages, round.bytes) {
            told += round.messages.count
        }
        counts.countMessages(told)
        round.watchers = round.watchers.dropFirst(Self.slice)
        if !round.watchers.isEmpty {
            rounds.append(round)
        }
    }

    private func joined(_ messages: [LiveMessage]) -> ByteBuffer {
        guard messages.count > 1 else { return messages[0].frame }
        var bytes = ByteBufferAllocator().buffer(capacity: messages.reduce(0) { $0 + $1.frame.readableBytes })
        for message in messages {
            bytes.writeImmutableBuffer(message.frame)
        }
        return bytes
    }
}
