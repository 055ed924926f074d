/// What a build renders, or leaves as it is, as one: most often a page and the data file that belongs to it.
package struct PageKey: Hashable, Sendable, CustomStringConvertible {
    let type: any PageKind.Type
    /// Tells it from others of its kind.
    let id: String
    /// As it stands in the states that builds leave.
    package let description: String

    init<Kind: PageKind>(_ kind: Kind.Type, _ id: Kind.ID) {
        type = kind
        self.id = id.description
        description = kind.text(of: id)
    }

    /// The name of its kind.
    package var kind: String { type.name }
    /// Whether it names the days to choose from, and which of them is today.
    package var showsDays: Bool { type.shows.contains(.days) }

    package static func == (left: PageKey, right: PageKey) -> Bool { left.description == right.description }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }

    /// Whether rendering this may render that.
    package func includes(_ other: PageKey) -> Bool {
        self == other || (type == other.type && type.includes(id, other.id))
    }
}

extension PageKind {
    fileprivate static func includes(_ id: String, _ other: String) -> Bool {
        guard let id = ID(id), let other = ID(other) else { return false }
        return renders(id, other)
    }
}
