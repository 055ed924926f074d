import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("For programs, the site")
struct MachineReadableTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite.golden()
    }

    /// The things that a page tells search engines, by their type.
    private func things(_ path: String) throws -> [String: [String: Any]] {
        let page = try site.folder.read("dist/\(path)")
        let script = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/))
        let json = try JSONSerialization.jsonObject(with: Data(script.output.1.utf8))
        let graph = try #require((json as? [String: Any])?["@graph"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: graph.map { ($0["@type"] as? String ?? "", $0) })
    }

    private func addresses(_ path: String) throws -> [String] {
        try site.folder.read("dist/\(path)").matches(of: /<loc>(.*?)<\/loc>/).map { String($0.output.1) }
    }

    @Test("describes a film in the words of schema.org")
    func movie() async throws {
        try await site.build()
        let movie = try #require(try things("movies/the-third-man-1949/index.html")["Movie"])
        #expect(movie["name"] as? String == "The Third Man")
        #expect(movie["duration"] as? String == "PT104M")
        #expect(movie["datePublished"] as? String == "1949-09-02")
        #expect(movie["contentRating"] as? String == "PG")
        #expect(movie["inLanguage"] as? [String] == ["en", "de"])
        let directors = try #require(movie["director"] as? [[String: String]])
        #expect(
            directors == [
                ["@type": "Person", "name": "Carol Reed", "url": "https://corner.example/people/carol-reed/"]
            ])
    }

    @Test("describes a showing as an event, with its prices as decimal numbers")
    func showtime() async throws {
        try await site.build()
        let things = try things("showtimes/thirdman35/index.html")
        let event = try #require(things["ScreeningEvent"])
        #expect(event["startDate"] as? String == "2026-11-21T18:00:00+01:00")
        #expect(event["eventStatus"] as? String == "https://schema.org/EventScheduled")
        #expect(event["subtitleLanguage"] as? String == "fr")
        #expect(
            (event["workPresented"] as? [String: Any])?["accessibilityFeature"] as? [String] == ["audioDescription"])
        let offers = try #require(event["offers"] as? [String: String])
        #expect(offers["lowPrice"] == "7.00")
        #expect(offers["highPrice"] == "15.00")
        #expect(offers["priceCurrency"] == "EUR")
        let place = try #require(event["location"] as? [String: Any])
        #expect((place["address"] as? [String: String])?["addressLocality"] == "Lyon")
        let steps = try #require(things["BreadcrumbList"]?["itemListElement"] as? [[String: Any]])
        #expect(steps.map { $0["name"] as? String } == ["Saturday 21 November 2026", "The Corner", "The Third Man"])
    }

    @Test("offers nothing for a showing that is cancelled, and says which one is sold out")
    func status() async throws {
        try site.edit("UPDATE showtime SET status = 'cancelled' WHERE id = 'thirdman35'")
        try await site.build()
        var event = try #require(try things("showtimes/thirdman35/index.html")["ScreeningEvent"])
        #expect(event["eventStatus"] as? String == "https://schema.org/EventCancelled")
        #expect(event["offers"] == nil)
        #expect(try site.folder.read("dist/showtimes/thirdman35/calendar.ics").contains("STATUS:CANCELLED\r\n"))
        try site.edit("UPDATE showtime SET status = 'sold-out' WHERE id = 'thirdman35'")
        try await site.build()
        event = try #require(try things("showtimes/thirdman35/index.html")["ScreeningEvent"])
        #expect((event["offers"] as? [String: String])?["availability"] == "https://schema.org/SoldOut")
    }

    @Test("describes a theater, its size and where it is")
    func theater() async throws {
        try await site.build()
        let theater = try #require(try things("theaters/the-corner/index.html")["MovieTheater"])
        #expect(theater["screenCount"] as? Int == 2)
        #expect(theater["maximumAttendeeCapacity"] as? Int == 15)
        #expect((theater["geo"] as? [String: Any])?["latitude"] as? Double == 45.767)
        #expect(try things("index.html")["WebSite"]?["name"] as? String == "The Corner")
    }

    @Test("names in its sitemaps exactly the pages that search engines may show")
    func sitemaps() async throws {
        try await site.build()
        let sitemaps = try addresses("sitemap.xml")
        #expect(sitemaps.allSatisfy { $0.hasPrefix("https://corner.example/sitemaps/") })
        let named = try sitemaps.flatMap { try addresses(String($0.dropFirst("https://corner.example/".count))) }
        let pages = try site.folder.contents(of: "dist").filter { path, bytes in
            path.hasSuffix(".html") && !String(decoding: bytes, as: UTF8.self).contains("content=\"noindex\"")
        }
        let expected = pages.keys.map { "https://corner.example/" + $0.dropLast("index.html".count) }
        #expect(named.sorted() == expected.sorted())
        #expect(named.count == Set(named).count)
    }

    @Test("tells the time of the last change of a film and of its showings, not that of the build")
    func lastModified() async throws {
        try site.edit("UPDATE revision SET changed_at = 1795000000 WHERE subject = 'showtime' AND id = 'thirdman35'")
        try await site.build()
        let movies = try site.folder.read("dist/sitemaps/movies-1.xml")
        #expect(movies.contains("amelie-2001/</loc><lastmod>2026-11-08T08:00:00Z</lastmod>"))
        #expect(movies.contains("the-third-man-1949/</loc><lastmod>2026-11-18T11:06:40Z</lastmod>"))
        #expect(!(try site.folder.read("dist/sitemaps/pages-1.xml").contains("lastmod")))
    }

    @Test("has news of the films that were added last, of those with a showing ahead")
    func feed() async throws {
        try site.edit("UPDATE revision SET added_at = added_at + id WHERE subject = 'movie'")
        try await site.build()
        let feed = try site.folder.read("dist/feed.xml")
        let titles = feed.matches(of: /<entry>\n<id>.*<\/id>\n<title>(.*)<\/title>/).map { String($0.output.1) }
        #expect(titles == ["Amélie (2001)", "The Third Man (1949)"])
    }

    @Test("takes a calendar away when the last showing has begun, and the feed loses the film")
    func noShowingAhead() async throws {
        try await site.build()
        #expect(site.folder.exists("dist/movies/amelie-2001/calendar.ics"))
        #expect(!site.folder.exists("dist/movies/citizen-kane-1941/calendar.ics"))
        try await site.build(now: "2026-11-22T20:00:00Z")
        #expect(!site.folder.exists("dist/movies/amelie-2001/calendar.ics"))
        #expect(!site.folder.exists("dist/showtimes/thirdman35"))
        #expect(!(try site.folder.read("dist/movies/amelie-2001/index.html").contains("calendar.ics")))
        #expect(!(try site.folder.read("dist/feed.xml").contains("<entry>")))
    }

    @Test("leaves robots.txt to the cinema, and writes one where there is none")
    func robots() async throws {
        try await site.build()
        #expect(try site.folder.read("dist/robots.txt") == "User-agent: *\n")
        try FileManager.default.removeItem(atPath: site.folder.path("Public/robots.txt"))
        try await site.build()
        #expect(try site.folder.read("dist/robots.txt").contains("Sitemap: https://corner.example/sitemap.xml\n"))
        try site.folder.write("mine", to: "Public/robots.txt")
        try await site.build()
        #expect(try site.folder.read("dist/robots.txt") == "mine")
    }

    @Test("shows a poster where a page is shared")
    func poster() async throws {
        try site.edit("UPDATE movie SET poster = 'posters/a.png' WHERE id = 1")
        try site.folder.write("", to: "Public/posters/other.txt")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Public/assets/icon-180.png"),
            to: site.folder.url.appending(path: "Public/posters/a.png"))
        try await site.build()
        let page = try site.folder.read("dist/movies/the-third-man-1949/index.html")
        #expect(page.contains("<meta property=\"og:image\" content=\"https://corner.example/"))
        #expect(page.contains("<meta property=\"og:image:width\" content=\"180\">"))
        #expect(page.contains("<meta name=\"twitter:card\" content=\"summary\">"))
    }
}
