package import Catalog

/// Which pages are rendered: whole chapters, single pages, and what is left of those that may be no more.
package struct PageSelection: Sendable {
    private let chapters: Set<Chapter>
    private let keys: Set<PageKey>
    let departed: [DepartedSlug]

    package init(chapters: Set<Chapter> = [], keys: Set<PageKey> = [], departed: [DepartedSlug] = []) {
        self.chapters = chapters
        self.keys = keys
        self.departed = departed
    }

    package static let everything = PageSelection(chapters: Set(Chapter.allCases))

    /// Some pages of a chapter, or all: those that there are, and those that there may have been.
    package struct Pages {
        let isWhole: Bool
        let keys: [PageKey]

        package var isEmpty: Bool { !isWhole && keys.isEmpty }

        /// - Parameter all: the ids of the pages that there are.
        func numbers(_ all: () throws -> [Int64]) rethrows -> [Int64] {
            guard !isWhole else { return try all() }
            return keys.compactMap(\.number).sorted()
        }

        /// - Parameter all: the ids of the pages that there are.
        func names(_ all: () throws -> [String]) rethrows -> [String] {
            let some = Set(keys.compactMap(\.name))
            guard isWhole else { return some.sorted() }
            let all = try all()
            return some.isEmpty ? all : all + some.subtracting(all).sorted()
        }
    }

    package func pages(of chapter: Chapter) -> Pages {
        Pages(isWhole: chapters.contains(chapter), keys: keys.filter { $0.chapter == chapter })
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
