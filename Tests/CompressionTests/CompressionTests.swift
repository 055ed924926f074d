import Compression
import Testing

@Suite("Compression")
struct CompressionTests {
    @Test(
        "is worth its while for text",
        arguments: [
            "index.html", "assets/1f2e3d4c/site.css", "page.js", "page.mjs", "data/now-showing.json", "icon.svg",
            "sitemap.xml", "robots.txt", "showtimes.ics", "site.webmanifest", "feed.atom", "INDEX.HTML",
        ])
    func text(path: String) {
        #expect(Compression.isWorthwhile(path: path, size: 257))
        #expect(!Compression.isWorthwhile(path: path, size: 256))
    }

    @Test(
        "is not for what is compressed already, or has no ending",
        arguments: ["poster.jpg", "icon.png", "text.woff2", "index.html.gz", "index.html.br", "LICENSE", "html"])
    func others(path: String) {
        #expect(!Compression.isWorthwhile(path: path, size: 100_000))
    }
}
