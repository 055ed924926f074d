import Foundation
import TestSupport
import Testing

/// Pages as they were looked at and found good. Where a change is meant, `MARQUEE_UPDATE_GOLDEN=1 swift test` writes
/// them anew, and the difference is read before it is committed.
@Suite("Golden pages")
struct GoldenPageTests {
    private static let pages = [
        "index.html", "movies/index.html", "movies/the-third-man-1949/index.html", "movies/amelie-2001/index.html",
        "theaters/index.html", "theaters/the-corner/index.html", "theaters/the-corner/2026-11-21/index.html",
        "showtimes/2026-11-21/index.html",
        "showtimes/2026-11-22/index.html", "showtimes/index.html", "showtimes/thirdman35/index.html",
        "genres/film-noir/index.html",
        "people/orson-welles/index.html", "search/index.html", "checkout/index.html", "tickets/index.html", "404.html",
        "data/now-showing.json", "data/movies/the-third-man-1949.json", "data/theaters/the-corner.json",
        "data/search/words/-.json", "data/search/showings/a.json", "feed.xml", "sitemap.xml", "sitemaps/movies-1.xml",
        "showtimes/thirdman35/calendar.ics", "theaters/the-corner/calendar.ics", "site.webmanifest", "robots.txt",
        "_headers",
    ]

    @Test("are what the site writes")
    func golden() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        let golden = Repository.root.appending(path: "Tests/SiteGenTests/Golden")
        for page in Self.pages {
            let actual = try site.folder.read("dist/\(page)")
            let file = golden.appending(path: page)
            if ProcessInfo.processInfo.environment["MARQUEE_UPDATE_GOLDEN"] == "1" {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(actual.utf8).write(to: file)
            }
            let expected = try String(contentsOf: file, encoding: .utf8)
            #expect(actual == expected, "\(page) differs from its golden file")
        }
    }
}
