import Markup

/// `robots.txt` tells search engines where the sitemap is.
struct RobotsRule: SiteRule {
    func check(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog) {
        // Below a folder of its host a site has none that anybody would read.
        guard site.address?.root.isEmpty ?? true else { return }
        guard let document = site.document("robots.txt") else {
            faults.add(.robots, site.files.count, "robots.txt", .start, "there is no robots.txt to name the sitemap")
            return
        }
        var resolver = LinkResolver(site.files, site.address)
        var isNamed = false
        for line in document.bytes.split(omittingEmptySubsequences: true, whereSeparator: { $0 == "\n" || $0 == "\r" })
        {
            guard line.trimmed.begins(with: "sitemap:") else { continue }
            isNamed = true
            let address = line.trimmed.dropFirst("sitemap:".utf8.count).trimmed
            let isAbsolute = SiteAddress.parts(of: address) != nil
            let destination = resolver.destination(of: address, in: [], page: document.number)
            if !isAbsolute || destination.file == nil {
                faults.add(
                    .robots, document, at: address.startIndex,
                    "'\(address.text)' is not the absolute address of a sitemap of this site")
            }
        }
        if !isNamed { faults.add(.robots, document, "no line 'Sitemap:' names the sitemap") }
    }
}
