import Markup

/// A sitemap is one that search engines read: of limited size, with absolute addresses of this site.
enum SitemapFileRule {
    private static let (mostAddresses, mostBytes) = (50_000, 50 * 1_024 * 1_024)

    static func isSitemap(_ root: XMLElement) -> Bool {
        (root.name == "urlset" || root.name == "sitemapindex") && root.parent.isEmpty
    }

    static func check(
        _ elements: [XMLElement], _ document: Document, _ resolver: inout LinkResolver, _ inventory: inout Inventory,
        _ faults: inout FaultLog
    ) {
        inventory.sitemaps.append(document.number)
        var addresses = 0
        for element in elements where element.parent == "url" || element.parent == "sitemap" {
            if element.name == "loc" {
                addresses += 1
                let place = document.place(of: element.offset)
                check(element.text, place, document, &resolver, &inventory, &faults)
            } else if element.name == "lastmod", !TimeText.isModification(element.text) {
                faults.add(
                    .sitemap, document, at: element.offset,
                    "the lastmod '\(element.text.text)' is no time such as 2026-11-21T20:30:00Z")
            }
        }
        if addresses > mostAddresses {
            faults.add(.sitemap, document, "the sitemap has \(addresses) addresses; \(mostAddresses) are allowed")
        }
        if document.bytes.count > mostBytes {
            faults.add(.sitemap, document, "the sitemap has \(document.bytes.count) bytes; \(mostBytes) are allowed")
        }
    }

    private static func check(
        _ address: ByteText, _ place: Place, _ document: Document, _ resolver: inout LinkResolver,
        _ inventory: inout Inventory, _ faults: inout FaultLog
    ) {
        let isAbsolute = SiteAddress.parts(of: address) != nil
        let destination = resolver.destination(of: address, in: [], page: document.number)
        if isAbsolute, let number = destination.file {
            inventory.entries.append(
                .init(sitemap: Int32(document.number), place: place, destination: Int32(number)))
        } else {
            faults.add(
                .sitemap, document.number, document.path, place,
                "'\(address.text)' is not the absolute address of a page of this site")
        }
    }
}
