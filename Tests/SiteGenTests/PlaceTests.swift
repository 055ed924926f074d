import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("Where and for how much")
struct PlaceTests {
    private func site(theater: String, prices: String = "{adult: 12.50}") async throws -> SampleSite {
        let site = try SampleSite(
            document: """
                marquee: 1
                currency: EUR
                ticketTypes: [{id: adult, name: Adult}, {id: companion, name: Companion}]
                priceLists: [{id: p, prices: \(prices)}]
                theaters:
                  - {id: rex, name: Rex, \(theater)}
                movies: [{id: up, title: Up, year: 2009, runtime: 96, cast: [Ed Asner]}]
                showtimes:
                  - {id: x1, movie: up, theater: rex, auditorium: One, starts: 2026-12-12 20:30, prices: p}
                """)
        try await site.build(now: "2026-12-12T12:00:00Z")
        return site
    }

    private static let room = "auditoriums: [{name: One, rows: 2, columns: 2}]"

    @Test(
        "an address is in the order of its country on every page and in calendars",
        arguments: [
            ("country: GB, timeZone: Europe/London", "London SE1 8XT"),
            ("country: UK, timeZone: Europe/London", "London SE1 8XT"),
            ("timeZone: Europe/London", "London SE1 8XT"),
            ("country: FR, timeZone: Europe/Paris", "SE1 8XT London"),
            ("country: US, region: KY, timeZone: America/New_York", "London, KY SE1 8XT"),
        ])
    func order(country: String, locality: String) async throws {
        let site = try await site(
            theater: "street: 1 Leake Street, postalCode: SE1 8XT, city: London, \(country), \(Self.room)")
        for page in ["theaters/index.html", "showtimes/x1/index.html"] {
            #expect(try site.folder.read("dist/\(page)").contains("1 Leake Street, \(locality)<"), "\(page)")
        }
        #expect(try site.folder.read("dist/theaters/rex/index.html").contains("<span>\(locality)</span>"))
        let calendar = try site.folder.read("dist/showtimes/x1/calendar.ics").replacing("\r\n ", with: "")
        let escaped = locality.replacing(",", with: "\\,")
        #expect(calendar.contains("LOCATION:Rex\\, One\\, 1 Leake Street\\, \(escaped)\r\n"))
        let isBritish = locality == "London SE1 8XT"
        #expect(
            try site.folder.read("dist/showtimes/x1/index.html").contains("\"addressCountry\":\"GB\"") == isBritish)
    }

    @Test(
        "a theater of which nobody tells the address has one for search engines all the same",
        arguments: [
            ("timeZone: Europe/Paris", #""address":{"@type":"PostalAddress","addressCountry":"FR"}"#),
            ("timeZone: UTC", #""address":"Rex""#),
            (
                "timeZone: UTC, city: Lyon",
                #""address":{"@type":"PostalAddress","addressLocality":"Lyon"}"#
            ),
            ("timeZone: UTC, country: UK", #""address":{"@type":"PostalAddress","addressCountry":"GB"}"#),
        ])
    func unknown(theater: String, address: String) async throws {
        let site = try await site(theater: "\(theater), \(Self.room)")
        for page in ["theaters/rex/index.html", "showtimes/x1/index.html"] {
            let text = try site.folder.read("dist/\(page)")
            #expect(text.contains(address), "\(page)")
            let place = try #require(text.firstMatch(of: /<(?:p class="showing-where"|address)>[\s\S]*?<\//)?.output)
            #expect(!place.contains(" ,") && !place.contains(", <"), "\(page): a comma beside nothing: \(place)")
        }
    }

    @Test("a theater whose rooms are not known says nothing of them")
    func rooms() async throws {
        let site = try SampleSite(
            document: "marquee: 1\ntheaters: [{id: rex, name: Rex, city: Lyon, timeZone: Europe/Paris}]")
        try await site.build()
        let (list, page) = (
            try site.folder.read("dist/theaters/index.html"), try site.folder.read("dist/theaters/rex/index.html")
        )
        #expect(!list.contains("0 screen"))
        #expect(!page.contains("Screens"))
    }

    @Test(
        "a price of 0 beside others is nobody's whole visit; if all are 0, the showing is free",
        arguments: [
            ("{adult: 12.50, companion: 0}", "from €12.50", "\"price\":\"12.50\""),
            ("{adult: 12.50, companion: 3}", "from €3.00", "\"lowPrice\":\"3.00\""),
            ("{adult: 0, companion: 0}", ">free<", "\"price\":\"0.00\""),
        ])
    func free(prices: String, words: String, offer: String) async throws {
        let site = try await site(theater: "city: Lyon, timeZone: Europe/Paris, \(Self.room)", prices: prices)
        #expect(try site.folder.read("dist/index.html").contains(words))
        #expect(!(try site.folder.read("dist/index.html").contains("from €0")))
        #expect(try site.folder.read("dist/showtimes/x1/index.html").contains(offer))
        let calendar = try site.folder.read("dist/showtimes/x1/calendar.ics")
        #expect(calendar.contains(words == ">free<" ? "\\, free\r\n" : words))
    }

    @Test("every page has a picture for those who share it: the film's own, else that of the cinema")
    func sharedPicture() async throws {
        let site = try SampleSite.golden()
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        try await site.build()
        for (path, bytes) in try site.folder.contents(of: "dist") where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            let address = page.firstMatch(of: /og:image" content="https:\/\/corner\.example\/([^"]+)"/)?.output.1
            #expect(address.map { site.folder.exists("dist/\($0)") } == true, "\(path)")
            #expect(page.contains("og:image:width\" content=\"1200\""), "\(path)")
            #expect(page.contains("og:image:height\" content=\"630\""), "\(path)")
            #expect(page.contains("og:image:alt\" content=\"The Corner\""), "\(path)")
            #expect(page.contains("twitter:card\" content=\"summary_large_image\""), "\(path)")
        }
    }
}
