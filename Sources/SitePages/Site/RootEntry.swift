/// What a site has of its own at its root: with one of these each of its addresses begins, those of assets and posters
/// aside.
package enum RootEntry: String, CaseIterable {
    case home = "index.html"
    case notFound = "404.html"
    case feed = "feed.xml"
    case sitemap = "sitemap.xml"
    case headers = "_headers"

    case movies, theaters, showtimes, genres, people, search, checkout, tickets, data, sitemaps

    /// Whether hosts keep what is below it for a minute, because it shows what is on.
    var isKeptBriefly: Bool {
        switch self {
        case .movies, .theaters, .showtimes, .genres, .people, .search, .data: true
        case .home, .notFound, .feed, .sitemap, .headers, .checkout, .tickets, .sitemaps: false
        }
    }
}
