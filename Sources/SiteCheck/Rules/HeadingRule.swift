/// A page has one `<h1>`, which says what it is about.
struct HeadingRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        let headings = page.facts.headings
        guard headings.count != 1 else { return }
        faults.add(
            .heading, page.document, at: headings.dropFirst().first ?? 0,
            headings.isEmpty ? "the page has no <h1>" : "the page has \(headings.count) <h1>; one is enough")
    }
}
