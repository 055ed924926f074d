package import Catalog

/// Which pages are rendered: whole kinds, single pages, and what is left of those that may be no more.
package struct PageSelection: Sendable {
    private let kinds: Set<String>
    private let keys: Set<PageKey>
    let departed: [DepartedSlug]

    /// - Parameter kinds: their names.
    package init(kinds: Set<String> = [], keys: Set<PageKey> = [], departed: [DepartedSlug] = []) {
        self.kinds = kinds
        self.keys = keys
        self.departed = departed
    }

    package static let everything = PageSelection(kinds: Set(PageKinds.names))

    func pages<Kind: PageKind>(of kind: Kind.Type) -> SelectedPages<Kind.ID> {
        SelectedPages(
            isWhole: kinds.contains(kind.name),
            some: keys.filter { $0.kind == kind.name }.compactMap { Kind.ID($0.id) }.sorted())
    }

    /// Whether the pictures that films name are looked for.
    package var hasPosters: Bool { !pages(of: PostersKind.self).isEmpty }
}

/// Some pages of a kind, or all: those that there are, and those that there may have been.
struct SelectedPages<ID: PageID> {
    let isWhole: Bool
    /// In order.
    let some: [ID]

    var isEmpty: Bool { !isWhole && some.isEmpty }

    /// - Parameter all: the ids of the pages that there are.
    func ids(_ all: () throws -> [ID]) rethrows -> [ID] {
        guard isWhole else { return some }
        let all = try all()
        return some.isEmpty ? all : all + Set(some).subtracting(all).sorted()
    }
}

/// The slug that something had, or still has.
package struct DepartedSlug: Hashable, Sendable {
    let kind: Slugged
    let slug: String

    package init(kind: Slugged, slug: String) {
        self.kind = kind
        self.slug = slug
    }
}
