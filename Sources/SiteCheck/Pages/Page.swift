import Markup

/// A page with what it says of itself, and where its links lead.
struct Page {
    let document: Document
    let facts: PageFacts
    /// Those of the facts, with their destinations.
    let links: [Link]
    let policy: SecurityPolicy?
    let budget: PageBudget

    let isErrorPage: Bool

    /// Search engines may list it.
    var isIndexable: Bool { !facts.isHidden && !isErrorPage }

    /// The scripts and style sheets that a browser loads with it.
    func assets(of site: Site) -> [Int] {
        site.assets.closure(of: links.compactMap { $0.kind.isWaitedFor ? $0.destination.file : nil })
    }
}

/// Makes pages of files.
struct PageMaker {
    private let profile: SiteProfile
    private var resolver: LinkResolver
    /// Most pages of a site have one and the same.
    private var lastPolicy: (text: ByteText, policy: SecurityPolicy)?

    init(_ site: Site) {
        profile = site.profile
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
            budget: profile.budget(document.path), isErrorPage: document.path == profile.errorPage)
    }

    private mutating func policy(_ text: ByteText) -> SecurityPolicy {
        if let lastPolicy, lastPolicy.text == text { return lastPolicy.policy }
        let policy = SecurityPolicy(text.text)
        lastPolicy = (ArraySlice(Array(text)), policy)
        return policy
    }
}
