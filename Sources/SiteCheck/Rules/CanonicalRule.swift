import Markup

/// A page says by which address it wants to be known: an absolute one, of the page itself.
struct CanonicalRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        let canonicals = page.links.filter { $0.kind == .canonical }
        guard let canonical = canonicals.first else {
            if page.isIndexable { faults.add(.canonical, page.document, "the page has no <link rel=\"canonical\">") }
            return
        }
        func complain(_ message: @autoclosure () -> String) {
            faults.add(.canonical, page.document, at: canonical.offset, message())
        }
        if canonicals.count > 1 { complain("the page has \(canonicals.count) canonical addresses") }
        if SiteAddress.parts(of: canonical.address) == nil {
            complain("the canonical address '\(canonical.address.text)' must begin with 'https://' and the host")
        } else if canonical.destination != .file(page.document.number) {
            complain("the canonical address '\(canonical.address.text)' is not that of this page")
        }
    }
}
