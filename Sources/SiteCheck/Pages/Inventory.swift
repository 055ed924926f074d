import Markup
import Text

/// What the pages say that can only be judged when all have been read. It is kept small: there may be half a million.
struct Inventory: Sendable {
    private(set) var pages = 0
    var links = 0
    private(set) var indexable: [Int] = []
    private(set) var titles: [Text] = []
    private(set) var descriptions: [Text] = []
    private(set) var fragments: [Fragment] = []
    var sitemaps: [Int] = []
    /// The addresses in sitemaps.
    var entries: [SitemapEntry] = []
    /// Of fragments, by their hashes.
    private(set) var names: [UInt64: String] = [:]

    /// A text that no other page should have.
    struct Text {
        let hash: UInt64
        let file: Int32
        let place: Place
    }

    /// A link to a part of another page.
    struct Fragment {
        let target: Int32
        let source: Int32
        let place: Place
        let name: UInt64
    }

    struct SitemapEntry {
        let sitemap: Int32
        let place: Place
        let destination: Int32
    }

    mutating func add(_ page: Page) {
        let file = page.document.number
        pages += 1
        links += page.links.count
        if page.isIndexable {
            indexable.append(file)
            if let title = page.facts.title { titles.append(text(title, page.document)) }
            if let description = page.facts.description { descriptions.append(text(description, page.document)) }
        }
        for link in page.links {
            guard let target = link.destination.file, target != file, let fragment = link.fragment else { continue }
            let name = StableHash.of(fragment)
            if names[name] == nil { names[name] = fragment.text }
            fragments.append(
                Fragment(
                    target: Int32(target), source: Int32(file), place: page.document.place(of: link.offset), name: name)
            )
        }
    }

    private func text(_ found: PageFacts.Found, _ document: Document) -> Text {
        Text(hash: StableHash.of(found.text), file: Int32(document.number), place: document.place(of: found.offset))
    }

    mutating func merge(_ other: Inventory) {
        pages += other.pages
        links += other.links
        indexable += other.indexable
        titles += other.titles
        descriptions += other.descriptions
        fragments += other.fragments
        sitemaps += other.sitemaps
        entries += other.entries
        names.merge(other.names) { name, _ in name }
    }
}
