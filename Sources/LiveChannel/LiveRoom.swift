import NIOCore

/// All who watch one topic on one event loop, and the last that they were told.
struct LiveRoom {
    /// Enough for what happens while a snapshot is read.
    private static let memory = 64

    private(set) var watchers: [ObjectIdentifier: Watcher] = [:]
    private(set) var recent: ArraySlice<LiveMessage> = []

    mutating func add(_ watcher: Watcher) {
        watchers[ObjectIdentifier(watcher)] = watcher
    }

    mutating func remove(_ watcher: Watcher) {
        watchers[ObjectIdentifier(watcher)] = nil
    }

    mutating func remember(_ messages: [LiveMessage]) {
        recent = ArraySlice(Array((recent + messages).suffix(Self.memory)))
    }
}
