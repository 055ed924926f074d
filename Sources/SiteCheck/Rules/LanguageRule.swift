/// `<html lang>` tells which language a page is in, so that it is read out right.
struct LanguageRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        guard page.facts.language?.text.isEmpty ?? true else { return }
        faults.add(.language, page.document, at: page.facts.language?.offset ?? 0, "the page's <html> has no language")
    }
}
