import Markup

/// The sitemaps list the pages that search engines may list: all of them, and no others.
struct SitemapRule: SiteRule {
    func check(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog) {
        let path = site.profile.sitemap
        guard let home = site.number(path) else {
            faults.add(.sitemap, site.files.count, path, .start, "there is no sitemap")
            return
        }
        checkEntries(inventory, of: site, &faults)
        checkSitemaps(inventory, home, of: site, &faults)
        let listed = Set(inventory.entries.map { Int($0.destination) })
        for page in inventory.indexable.sorted() where !listed.contains(page) {
            faults.add(.sitemap, page, site.path(page), .start, "this page is in no sitemap")
        }
    }

    /// Each address leads to a page to be listed, or to another sitemap, and stands in the sitemaps once.
    private func checkEntries(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog) {
        let allowed = Set(inventory.indexable).union(inventory.sitemaps)
        var seen: Set<Int> = []
        for entry in inventory.entries.sorted(by: { ($0.sitemap, $0.place) < ($1.sitemap, $1.place) }) {
            let (sitemap, page) = (Int(entry.sitemap), Int(entry.destination))
            func complain(_ message: @autoclosure () -> String) {
                faults.add(.sitemap, sitemap, site.path(sitemap), entry.place, message())
            }
            if !allowed.contains(page) {
                complain("\(site.path(page)) is in the sitemap, but is no page that search engines may list")
            } else if !seen.insert(page).inserted {
                complain("\(site.path(page)) is in the sitemaps twice")
            }
        }
    }

    /// A search engine finds each sitemap through the first one.
    private func checkSitemaps(_ inventory: Inventory, _ home: Int, of site: Site, _ faults: inout FaultLog) {
        var reached: Set<Int> = [home]
        for entry in inventory.entries where Int(entry.sitemap) == home { reached.insert(Int(entry.destination)) }
        for sitemap in inventory.sitemaps.sorted() where !reached.contains(sitemap) {
            let message = "\(site.path(home)) does not lead to this sitemap"
            faults.add(.sitemap, sitemap, site.path(sitemap), .start, message)
        }
    }
}
