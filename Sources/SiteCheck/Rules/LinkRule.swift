import Markup

/// A link into the site leads to a file of it.
struct LinkRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        for link in page.links where link.kind != .canonical { Self.check(link, page.document, &faults) }
    }

    static func check(_ link: Link, _ document: Document, _ faults: inout FaultLog) {
        switch link.destination {
        case .missing(let path):
            faults.add(
                .brokenLink, document, at: link.offset,
                "the \(link.kind.noun) '\(link.address.text)' leads nowhere: there is no file \(path)")
        case .outside:
            faults.add(
                .brokenLink, document, at: link.offset,
                "the \(link.kind.noun) '\(link.address.text)' leads out of the folder that the site has on its host")
        case .file, .elsewhere, .script, .none: return
        }
    }
}
