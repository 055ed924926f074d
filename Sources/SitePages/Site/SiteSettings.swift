package import Foundation

/// What a build is told from outside.
package struct SiteSettings: Sendable {
    package let url: SiteURL
    package let api: SiteURL
    package var now: Date
    /// Whether compressed files stand beside those that gain from it.
    package var isCompressed: Bool
    package var listSizes: ListSizes

    package init(
        url: SiteURL, api: SiteURL, now: Date, isCompressed: Bool = false, listSizes: ListSizes = ListSizes()
    ) {
        self.url = url
        self.api = api
        self.now = now
        self.isCompressed = isCompressed
        self.listSizes = listSizes
    }
}

/// How much stands on one page of a list.
package struct ListSizes: Sendable {
    let movies: Int
    let theaters: Int
    let lines: Int
    let sitemap: Int
    let calendar: Int

    /// - Parameters:
    ///   - lines: of showings, and of films or theaters above them: some 1,500 elements of HTML.
    ///   - sitemap: the protocol allows 50,000.
    ///   - calendar: events of a calendar that one subscribes to.
    package init(
        movies: Int = 60, theaters: Int = 100, lines: Int = 120, sitemap: Int = 25_000, calendar: Int = 500
    ) {
        self.movies = movies
        self.theaters = theaters
        self.lines = lines
        self.sitemap = sitemap
        self.calendar = calendar
    }
}
