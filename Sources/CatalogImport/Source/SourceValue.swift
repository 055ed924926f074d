import Cinema

/// A value read from a YAML, JSON or CSV file, with the place where it stands. All of its text is in the normal form of
/// Unicode, so that one name is one name in whatever way an editor or a file system has written it.
struct SourceValue: Sendable {
    enum Content: Sendable {
        case nothing
        case text(String)
        case list([SourceValue])
        /// In the order of the file.
        case mapping([Entry])
    }

    struct Entry: Sendable {
        let key: String
        let keyPosition: Position
        let value: SourceValue

        init(key: String, keyPosition: Position, value: SourceValue) {
            self.key = key.inNormalForm
            self.keyPosition = keyPosition
            self.value = value
        }
    }

    let content: Content
    let position: Position
    /// For a YAML block (`|`): where its first line begins, if that is not `position`.
    let blockPosition: Position?
    /// Whether it is YAML text without quotes, which some programs would take for something else: `no`.
    let isBare: Bool

    init(
        _ content: Content, at position: Position, blockAt blockPosition: Position? = nil, isBare: Bool = false
    ) {
        self.content = if case .text(let text) = content { .text(text.inNormalForm) } else { content }
        self.position = position
        self.blockPosition = blockPosition
        self.isBare = isBare
    }

    subscript(key: String) -> SourceValue? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    var isNothing: Bool {
        if case .nothing = content { true } else { false }
    }

    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// What a person would call it.
    var kind: String {
        switch content {
        case .nothing: "nothing"
        case .text: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
