import Catalog
import Syndication

/// `/sitemap.xml` and the sitemaps that it names: `/sitemaps/movies-1.xml`, …
struct SitemapKind: SinglePageKind {
    static let name = "sitemap"
    static let rootEntries: [RootEntry] = [.sitemap, .sitemaps]
    static let isPatient = true

    init(_ templates: KindTemplates) {}

    static func isPage(at path: SitePath) -> Bool { path.isFile(RootEntry.sitemap.name) || path.isIn(.sitemaps) }

    /// Sitemaps tell which pages there are, and when what they show was changed.
    static func isAffected(by event: CatalogEvent) -> Bool {
        if case .anything = event { true } else { false }
    }

    /// Days are no change of a row: they count for all sitemaps, as they do for all pages that name them.
    static func pages(showing event: CatalogEvent) -> PagesOfKind<OnePage> {
        if case .days = event { .all } else { isAffected(by: event) ? [.it] : [] }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let programme = try IndexedProgramme(site, reader)
        let kinds = PageKinds.all.compactMap { $0.indexed }
        var index = SitemapIndex()
        var names: Set<String> = []
        for group in kinds.map(\.sitemap).uniqued() {
            var sitemap = Sitemap()
            var number = 0
            func write() throws {
                guard sitemap.count > 0 else { return }
                number += 1
                let name = "\(group)-\(number).xml"
                let address = site.url.page(.sitemaps) + name
                try sink.write(sitemap.file, to: site.url.file(address))
                index.add(site.url.absolute(address), lastModified: sitemap.lastModified)
                names.insert(name)
                sitemap = Sitemap()
            }
            for kind in kinds where kind.sitemap == group {
                try kind.each(programme) { address, changedAt in
                    sitemap.add(site.url.absolute(address), lastModified: changedAt)
                    if sitemap.count == site.listSizes.sitemap { try write() }
                }
            }
            try write()
        }
        try sink.write(index.file, to: site.url.file(site.url.sitemap))
        try sink.keepOnly(names, in: RootEntry.sitemaps.name)
    }
}

extension RootEntry {
    static let sitemap = RootEntry("sitemap.xml")
    static let sitemaps = RootEntry("sitemaps")
}

extension SiteURL { var sitemap: String { address(.sitemap) } }
