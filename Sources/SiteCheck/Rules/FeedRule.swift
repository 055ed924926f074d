import Markup

/// An Atom feed is one that readers can follow (RFC 4287).
struct FeedRule {
    private var members: [String: XMLElement] = [:]
    private var ids: Set<String> = []

    /// What stands in a feed and in each of its entries.
    private static let required = ["id", "title", "updated"]

    static func isFeed(_ root: XMLElement) -> Bool { root.name == "feed" && root.parent.isEmpty }

    static func check(
        _ elements: [XMLElement], _ document: Document, _ resolver: inout LinkResolver, _ faults: inout FaultLog
    ) {
        var entry = FeedRule()
        var feed = FeedRule()
        var ids: Set<String> = []
        for element in elements {
            switch (element.name, element.parent) {
            case ("entry", "feed"):
                entry.finish(element, document, &ids, &faults)
                entry = FeedRule()
            case ("feed", ""): feed.finish(element, document, &ids, &faults)
            case (_, "entry"): entry.members[element.name] = element
            case (_, "feed"): feed.members[element.name] = element
            default: break
            }
            if element.name == "link", let address = element["href"] {
                var link = Link(kind: .page, address: address, offset: element.offset)
                let folder = resolver.folder(of: ArraySlice(document.path.utf8))
                link.destination = resolver.destination(of: address, in: folder, page: document.number)
                LinkRule.check(link, document, &faults)
            }
        }
    }

    private func finish(
        _ element: XMLElement, _ document: Document, _ ids: inout Set<String>, _ faults: inout FaultLog
    ) {
        for name in Self.required where members[name]?.text.isEmpty ?? true {
            faults.add(.feed, document, at: element.offset, "this <\(element.name)> has no <\(name)>")
        }
        if let id = members["id"], !ids.insert(id.text.text).inserted {
            faults.add(.feed, document, at: id.offset, "the id '\(id.text.text)' is in this feed twice")
        }
        for name in ["updated", "published"] {
            guard let time = members[name], !TimeText.isInstant(time.text) else { continue }
            faults.add(.feed, document, at: time.offset, "'\(time.text.text)' is no time such as 2026-11-21T20:30:00Z")
        }
    }
}
