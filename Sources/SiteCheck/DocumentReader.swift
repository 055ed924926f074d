import Files
import Markup

/// Reads one file after the other, and lets the rules for its kind look at it.
struct DocumentReader {
    private let site: Site
    private var resolver: LinkResolver
    private var pages: PageMaker
    private var data = DataRule()
    private(set) var inventory = Inventory()
    private(set) var faults: FaultLog

    init(_ site: Site, limit: Int?) {
        self.site = site
        resolver = LinkResolver(site.files, site.address)
        pages = PageMaker(site)
        faults = FaultLog(limit: limit)
    }

    mutating func read(_ number: Int) {
        let kind = FileKind(path: site.files.path(number))
        guard kind != .other else { return }
        let document: Document
        do throws(FileError) { document = try site.read(number) } catch {
            faults.add(.unreadableFile, number, site.path(number), .start, "this file \(error.sentence)")
            return
        }
        switch kind {
        case .page: readPage(document)
        case .json:
            guard let root = data.check(document, &faults), let shape = site.profile.shape(document.path) else {
                return
            }
            shape.check(root, "this file") { offset, message in faults.add(.json, document, at: offset, message) }
        case .manifest:
            if let manifest = data.check(document, &faults) {
                ManifestRule.check(manifest, document, &resolver, &faults)
            }
        case .xml: readXML(document)
        case .calendar: CalendarRule.check(document, &faults)
        // All pages need to know what these weigh, so they were read before.
        case .styleSheet, .script, .other: break
        }
    }

    private mutating func readPage(_ document: Document) {
        let page = pages.page(document)
        for rule in Rules.ofPages { rule.check(page, of: site, &faults) }
        data.check(page, &faults)
        inventory.add(page)
    }

    private mutating func readXML(_ document: Document) {
        var elements: [XMLElement] = []
        do throws(ScanFault) {
            try XMLReader.read(document.bytes) { elements.append($0) }
        } catch let fault {
            faults.add(.xml, document, at: fault.offset, fault.message)
            return
        }
        guard let root = elements.last else { return }
        if FeedRule.isFeed(root) {
            FeedRule.check(elements, document, &resolver, &faults)
        } else if SitemapFileRule.isSitemap(root) {
            SitemapFileRule.check(elements, document, &resolver, &inventory, &faults)
        }
    }
}
