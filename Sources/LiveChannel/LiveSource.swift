/// What can be watched: something that is told in versions, each of which follows from the one before.
package struct Topic: Hashable, Sendable {
    package let name: String

    /// - Parameter name: in its only spelling.
    package init(_ name: String) {
        self.name = name
    }
}

/// What a service lets clients watch.
package protocol LiveSource: Sendable {
    /// The path at which a topic is watched, with `{id}` where clients name it: `/v1/showtimes/{id}/live`.
    var route: String { get }
    /// What who is refused because there are too many sockets had better do, as the end of a sentence.
    var insteadOfWatching: String { get }

    /// The topic that a client names, in its own spelling.
    ///
    /// - Throws: why there is none, as an error that a client is answered.
    func topic(named text: String) async throws -> Topic

    /// All that there is to tell of a topic as it is now.
    func snapshot(of topic: Topic) async throws -> LiveMessage
}

/// A new version of a topic. It is put into words only if somebody watches.
package protocol LiveChange {
    var topic: Topic { get }
    var version: Int { get }
    /// What the watchers are told.
    var text: String { get }
}
