import Markup
import Text

/// An id names one element of its page.
struct DuplicateIDRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        var seen: Set<UInt64> = []
        for id in page.facts.ids where !seen.insert(StableHash.of(id.text)).inserted {
            faults.add(.duplicateID, page.document, at: id.offset, "the id '\(id.text.text)' is on this page twice")
        }
    }
}
