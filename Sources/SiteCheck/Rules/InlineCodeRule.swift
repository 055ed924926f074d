/// No code and no style stands in the page itself: a content security policy without 'unsafe-inline' blocks both.
struct InlineCodeRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        for (what, offset) in page.facts.inlineCode {
            let file = what.hasPrefix("<style") || what.hasPrefix("style") ? "a style sheet" : "a script"
            faults.add(
                .inlineCode, page.document, at: offset,
                "'\(what)' in a page is blocked by a policy without 'unsafe-inline': move it to the file of \(file)")
        }
        for link in page.links where link.destination == .script {
            faults.add(
                .inlineCode, page.document, at: link.offset,
                "'javascript:' in an address is blocked by a policy without 'unsafe-inline'")
        }
    }
}
