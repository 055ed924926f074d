import Markup

/// A page with what it says of itself, and where its links lead.
struct Page {
    let document: Document
    let facts: PageFacts
    /// Those of the facts, with their destinations.
    let links: [Link]
    let policy: SecurityPolicy?
    let budget: PageBudget

    /// Search engines may list it.
    var isIndexable: Bool { !facts.isHidden && document.path != "404.html" }
}

/// Makes pages of files.
struct PageMaker {
    private var resolver: LinkResolver
    /// Most pages of a site have one and the same.
    private var lastPolicy: (text: ByteText, policy: SecurityPolicy)?

    init(_ site: Site) {
        resolver = LinkResolver(site.files, site.address)
    }

    mutating func page(_ document: Document) -> Page {
        let facts = PageReader.facts(of: document.bytes)
        var folder = resolver.folder(of: ArraySlice(document.path.utf8))
        if let base = facts.base { folder = resolver.folder(ofBase: base, in: folder) }
        let links = facts.links.map { link in
            var link = link
            link.destination = resolver.destination(of: link.address, in: folder, page: document.number)
            return link
        }
        return Page(
            document: document, facts: facts, links: links, policy: facts.policy.map { policy($0.text) },
            budget: PageBudget(path: document.path))
    }

    private mutating func policy(_ text: ByteText) -> SecurityPolicy {
        if let lastPolicy, lastPolicy.text == text { return lastPolicy.policy }
        let policy = SecurityPolicy(text.text)
        lastPolicy = (ArraySlice(Array(text)), policy)
        return policy
    }
}
