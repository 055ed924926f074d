import Markup

/// What a page loads comes from its own site, or from an origin that its policy names.
struct OriginRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        for link in page.links {
            guard let directive = link.kind.directive, case .elsewhere(let origin) = link.destination,
                page.policy?.allows(origin, directive) != true
            else { continue }
            faults.add(
                .foreignOrigin, page.document, at: link.offset,
                "the \(link.kind.noun) '\(link.address.text)' comes from \(origin), which the page's policy does not allow"
            )
        }
    }
}
