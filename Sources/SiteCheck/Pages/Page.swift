/// A page with what it says of itself, and where its links lead.
struct Page {
    let document: Document
    let facts: PageFacts
    let links: [Link]
    let policy: SecurityPolicy?

    /// Search engines may list it.
    var isIndexable: Bool { !facts.isHidden && document.path != "404.html" }

    init(_ document: Document, _ resolver: inout LinkResolver) {
        self.document = document
        facts = PageReader.facts(of: document.bytes)
        policy = facts.policy.map { SecurityPolicy($0.text.text) }
        var folder = resolver.folder(of: ArraySlice(document.path.utf8))
        if let base = facts.base { folder = resolver.folder(ofBase: base, in: folder) }
        links = facts.links.map { link in
            var link = link
            link.destination = resolver.destination(of: link.address, in: folder, page: document.number)
            return link
        }
    }
}
