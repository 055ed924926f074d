/// A page has a title, and a description if search engines may list it.
struct HeadRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        if page.facts.title?.text.isEmpty ?? true {
            faults.add(.title, page.document, at: page.facts.title?.offset ?? 0, "the page has no title")
        }
        if page.isIndexable, page.facts.description?.text.isEmpty ?? true {
            faults.add(
                .description, page.document, at: page.facts.description?.offset ?? 0,
                "the page has no <meta name=\"description\">")
        }
    }
}
