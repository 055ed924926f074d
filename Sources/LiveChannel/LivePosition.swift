/// Where a watcher stands in the versions of its topic: it hears each once, in order, with none left out.
enum LivePosition: Hashable {
    /// For a snapshot; what changes meanwhile is remembered by the ``LiveRoom``.
    case waiting
    case at(Int)

    enum Step {
        case nothing
        case send(ArraySlice<LiveMessage>)
        /// A version is missing: only a new snapshot helps.
        case ask
    }

    /// - Parameter messages: in order of their versions.
    mutating func step(_ messages: ArraySlice<LiveMessage>) -> Step {
        guard case .at(var version) = self else { return .nothing }
        let new = messages.drop { $0.version <= version }
        for message in new where message.version > version {
            guard message.version == version + 1, !message.isGap else {
                self = .waiting
                return .ask
            }
            version = message.version
        }
        self = .at(version)
        return new.isEmpty ? .nothing : .send(new)
    }
}
