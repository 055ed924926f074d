import SiteCheck
import Testing

@Suite("Feeds, calendars and sitemaps")
struct FeedAndSitemapTests {
    private let site: SampleFolder

    init() throws {
        site = try SampleFolder()
    }

    @Test(
        "are well-formed XML",
        arguments: [
            ("<a><b></a>", "1:7: </a> stands where <b> is to be closed"), ("<a>", "1:1: <a> is never closed"),
            ("<a>\n&nbsp;</a>", "2:1: this '&' must be written '&amp;' in XML"),
            ("<a/><b/>", "1:5: there is a second outermost element"),
            ("<a b=1/>", "1:6: the value of 'b' must stand in quotes"),
            ("<a b='<'/>", "1:7: '<' must be written '&lt;' in a value"),
            ("<a b='' b=''/>", "1:9: the attribute 'b' is in this tag twice"),
            ("x<a/>", "1:1: text stands outside of the outermost element"),
            ("<a>\u{1}</a>", "1:4: a control character is not allowed in XML"),
            ("", "1:1: there is no element in this file"),
            ("<a><!-- a -- b --></a>", "1:4: '--' is not allowed in a comment"),
            ("<a></a></b>", "1:8: </b> closes nothing"),
        ])
    func wellFormed(_ text: String, _ fault: String) async throws {
        try site.write(text, to: "feed.xml")
        try await site.expectFaults(["feed.xml:\(fault)"])
    }

    @Test("may use all that XML has")
    func allOfXML() async throws {
        try site.write(
            "\u{FEFF}<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ELEMENT a ANY>]><!-- x -->\n<x:a b = '1' c=\"&#38;&quot;\"><![CDATA[<&]]>&#x263A;<b /></x:a>\n",
            to: "feed.xml")
        try await site.expectFaults([])
    }

    @Test("name each entry of a feed, and when it was changed")
    func feeds() async throws {
        try site.write(site.feed(ids: ["a", "a"]).replacing("10:00:00Z", with: "10:00"), to: "feed.xml")
        try await site.expectFaults([
            "feed.xml:1:83: '2026-11-20T10:00' is no time such as 2026-11-21T20:30:00Z",
            "feed.xml:3:25: the id 'tag:a' is in this feed twice",
        ])
        try site.write("<feed><title>x</title><entry><link href='/gone'/></entry></feed>", to: "feed.xml")
        try await site.expectFaults([
            "feed.xml:1:30: the link '/gone' leads nowhere: there is no file gone",
            "feed.xml:1:1: this <feed> has no <id>", "feed.xml:1:1: this <feed> has no <updated>",
            "feed.xml:1:23: this <entry> has no <id>", "feed.xml:1:23: this <entry> has no <title>",
            "feed.xml:1:23: this <entry> has no <updated>",
        ])
    }

    @Test("can be imported: calendars have their lines, components and UIDs in order")
    func calendars() async throws {
        func faults(_ event: String) async throws -> [String] {
            try site.write(site.calendar(event: event), to: "calendar.ics")
            return try await site.faults()
        }
        let fine = "UID:1\r\nDTSTAMP:20261120T100000Z\r\nDTSTART;TZID=\"a:b\":20261121T200000\r\n"
        #expect(try await faults(fine) == [])
        #expect(
            try await faults(fine + "END:VEVENT\r\nBEGIN:VEVENT\r\n" + fine) == [
                "calendar.ics:9:1: the UID '1' is in this file twice"
            ])
        #expect(try await faults(fine + "SUMMARY:Up\n") == ["calendar.ics:8:11: this line must end with CR and LF"])
        let long = "SUMMARY:" + String(repeating: "é", count: 34)
        #expect(
            try await faults(fine + long + "\r\n") == [
                "calendar.ics:8:1: this line has 76 octets; after 75 it must be folded"
            ])
        #expect(try await faults(fine + String(long.dropLast()) + "\r\n é\r\n") == [])
        #expect(
            try await faults("SUMMARY:Up\r\n") == [
                "calendar.ics:4:1: this VEVENT has no UID", "calendar.ics:4:1: this VEVENT has no DTSTAMP",
                "calendar.ics:4:1: this VEVENT has no DTSTART",
            ])
        #expect(try await faults(fine + "BEGIN:VALARM\r\n") == ["calendar.ics:9:1: END:VEVENT closes nothing"])
        #expect(
            try await faults(fine + "Summary\r\n") == [
                "calendar.ics:8:1: this line is no property: a name, a colon and a value in UTF-8"
            ])
        try site.write("", to: "calendar.ics")
        try await site.expectFaults(["calendar.ics:1:1: there is no calendar in this file"])
    }

    @Test("list every page that search engines may list, once, and nothing else")
    func sitemaps() async throws {
        let pages = SampleFolder.pages.dropLast() + ["movies/", "404.html", "gone/"]
        try site.write(
            site.sitemap(Array(pages)).replacing("gone/</loc><lastmod>2026-11-20", with: "gone/</loc><lastmod>soon"),
            to: "sitemaps/pages-1.xml")
        try await site.expectFaults([
            "showtimes/x7/index.html:1:1: this page is in no sitemap",
            "sitemaps/pages-1.xml:7:6: movies/index.html is in the sitemaps twice",
            "sitemaps/pages-1.xml:8:6: 404.html is in the sitemap, but is no page that search engines may list",
            "sitemaps/pages-1.xml:9:6: 'https://corner.example/gone/' is not the absolute address of a page of this site",
            "sitemaps/pages-1.xml:9:45: the lastmod 'soon' is no time such as 2026-11-21T20:30:00Z",
        ])
    }

    @Test(
        "have days that there are",
        arguments: [
            ("2026-02-28", true), ("2026-02-29", false), ("2028-02-29", true), ("2100-02-29", false),
            ("2000-02-29", true),
            ("2026-04-31", false), ("2026-12-31", true), ("2026-13-01", false), ("2026-00-10", false),
            ("2026-02-30T00:00:00Z", false), ("2026-02-28T00:00:00Z", true),
        ])
    func days(text: String, isDay: Bool) async throws {
        try site.write(
            site.sitemap(Array(SampleFolder.pages)).replacing("2026-11-20", with: text), to: "sitemaps/pages-1.xml")
        let faults = try await site.faults().filter { $0.contains("is no time such as") }
        #expect(faults.isEmpty == isDay, "\(faults)")
    }

    @Test("are found: sitemaps from the first one, and that from robots.txt")
    func finding() async throws {
        try site.write(site.sitemapIndex(["sitemaps/pages-2.xml"]), to: "sitemap.xml")
        try site.write(site.sitemap([]), to: "sitemaps/pages-2.xml")
        try site.write("User-agent: *\n", to: "robots.txt")
        try await site.expectFaults([
            "sitemaps/pages-1.xml:1:1: sitemap.xml does not lead to this sitemap",
            "robots.txt:1:1: no line 'Sitemap:' names the sitemap",
        ])
        try site.write("Sitemap: /sitemap.xml\n", to: "robots.txt")
        try site.write(site.sitemapIndex(["sitemaps/pages-1.xml", "sitemaps/pages-2.xml"]), to: "sitemap.xml")
        try await site.expectFaults([
            "robots.txt:1:10: '/sitemap.xml' is not the absolute address of a sitemap of this site"
        ])
        try site.remove("robots.txt")
        try site.remove("sitemap.xml")
        try await site.expectFaults([
            "sitemap.xml:1:1: there is no sitemap", "robots.txt:1:1: there is no robots.txt to name the sitemap",
        ])
    }

    @Test("are not longer than search engines read")
    func limits() async throws {
        let many = String(repeating: "<url><loc/></url>", count: 50_001)
        try site.replace("</urlset>", in: "sitemaps/pages-1.xml", with: "\(many)</urlset>")
        let lines = try await site.report().lines
        #expect(lines.contains("sitemaps/pages-1.xml:1:1: the sitemap has 50006 addresses; 50000 are allowed"))
        #expect(lines.count == 50_002)
    }
}
