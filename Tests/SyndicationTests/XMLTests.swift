import Testing

@testable import Syndication

@Suite("XML for programs")
struct XMLTests {
    private func escaped(_ text: String) -> String {
        var xml = XMLWriter()
        let before = xml.bytes.count
        xml.text(text)
        return String(decoding: xml.bytes[before...], as: UTF8.self)
    }

    @Test("lets text mean itself")
    func escaping() {
        #expect(escaped("Tom & Jerry <\"1\">") == "Tom &amp; Jerry &lt;&quot;1&quot;&gt;")
        #expect(escaped("]]>") == "]]&gt;")
        #expect(escaped("Amélie 映画 🎬") == "Amélie 映画 🎬")
    }

    @Test("leaves out what XML cannot say, and nothing beside it")
    func forbidden() {
        #expect(escaped("a\u{0}b\u{1B}c\u{8}d") == "abcd")
        #expect(escaped("a\nb\tc") == "a b c")
        #expect(escaped("x\u{FFFE}y\u{FFFF}z") == "xyz")
        #expect(escaped("\u{FFFF}\u{FFFD}\u{FFFC}豈\u{FFFE}") == "\u{FFFD}\u{FFFC}豈")
    }

    @Test("names pages with their last change, where it is known")
    func sitemap() {
        var sitemap = Sitemap()
        sitemap.add("https://a.example/?a&b", lastModified: nil)
        sitemap.add("https://a.example/1/", lastModified: 1_795_280_400)
        sitemap.add("https://a.example/2/", lastModified: 1_000)
        #expect(sitemap.count == 3)
        #expect(sitemap.lastModified == 1_795_280_400)
        let text = String(decoding: sitemap.file, as: UTF8.self)
        #expect(text.contains("<url><loc>https://a.example/?a&amp;b</loc></url>\n"))
        #expect(
            text.contains("<url><loc>https://a.example/1/</loc><lastmod>2026-11-21T17:00:00Z</lastmod></url>\n"))
        #expect(text.hasSuffix("</urlset>\n"))
    }

    @Test("tells news, the time of the latest first of all")
    func feed() {
        func entry(_ number: Int) -> AtomFeed.Entry {
            .init(
                title: "Film \(number) & more", address: "https://a.example/\(number)/", published: number,
                updated: number * 100, summary: "<b>", categories: [.init(term: "film-noir", label: "Film noir")])
        }
        let feed = AtomFeed(
            title: "News", author: "A", language: "en", address: "https://a.example/feed.xml",
            home: "https://a.example/", entries: [entry(1), entry(2)])
        let text = String(decoding: feed.file, as: UTF8.self)
        #expect(text.contains("<title>News</title>\n<updated>1970-01-01T00:03:20Z</updated>\n"))
        #expect(text.contains("<id>https://a.example/1/</id>\n<title>Film 1 &amp; more</title>\n"))
        #expect(text.contains("<category term=\"film-noir\" label=\"Film noir\"/>\n<summary>&lt;b&gt;</summary>\n"))
        #expect(text.matches(of: /<entry>/).count == 2)
    }
}
