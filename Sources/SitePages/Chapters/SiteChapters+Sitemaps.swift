import Catalog
import Syndication

extension SiteChapters {
    /// `/sitemap.xml` and the sitemaps that it names: `/sitemaps/movies-1.xml`, …
    func renderSitemaps(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let pages = try IndexedPages(site, reader)
        var index = SitemapIndex()
        var names: Set<String> = []
        for kind in IndexedPages.Kind.allCases {
            var sitemap = Sitemap()
            var number = 0
            func write() throws {
                guard sitemap.count > 0 else { return }
                number += 1
                let name = "\(kind.rawValue)-\(number).xml"
                let address = site.url.sitemaps + name
                try sink.write(sitemap.file, to: site.url.file(address))
                index.add(site.url.absolute(address), lastModified: sitemap.lastModified)
                names.insert(name)
                sitemap = Sitemap()
            }
            try pages.each(of: kind) { address, changedAt in
                sitemap.add(site.url.absolute(address), lastModified: changedAt)
                if sitemap.count == site.listSizes.sitemap { try write() }
            }
            try write()
        }
        try sink.write(index.file, to: site.url.file(site.url.sitemap))
        try sink.keepOnly(names, in: "sitemaps")
    }
}
