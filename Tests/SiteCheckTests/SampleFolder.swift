import Foundation
import SiteCheck
import TestSupport
import Testing

@testable import SiteGen

/// A small finished site without a fault, for tests to break in one place each: as `sitegen build` makes them.
struct SampleFolder {
    private let folder: TemporaryFolder
    private let base: String

    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://api.corner.example"

    /// - Parameter base: where the site says that it is.
    init(base: String = "https://corner.example") throws {
        self.base = base
        folder = try TemporaryFolder()
        for (path, title) in [
            "index.html": "Corner", "movies/index.html": "Films", "movies/up/index.html": "Up",
            "showtimes/2026-11-21/index.html": "Saturday", "showtimes/x7/index.html": "Seats",
        ] {
            try write(page(path, title: title), to: path)
        }
        try write(
            page("404.html", title: "Not found", head: "<meta name=\"robots\" content=\"noindex\">"), to: "404.html")
        try write("@import \"colours.css\";\nbody { background: url(icon.svg) }\n", to: "assets/site.css")
        try write(":root { color: black }\n", to: "assets/colours.css")
        try write("import { one } from './part.js';\none();\n", to: "assets/app.js")
        try write("export const one = () => 1;\n", to: "assets/part.js")
        try write("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"mark\"/></svg>\n", to: "assets/icon.svg")
        try write("{\"icons\": [{\"src\": \"assets/icon.svg\"}]}\n", to: "site.webmanifest")
        try write(
            "{\"movies\": [{\"slug\": \"up\", \"title\": \"Up\", \"year\": 2009}]}\n", to: "data/now-showing.json")
        try write("User-agent: *\nSitemap: \(base)/sitemap.xml\n", to: "robots.txt")
        try write("/*\n  Content-Security-Policy: \(Self.policy); frame-ancestors 'none'\n", to: "_headers")
        try write(sitemapIndex(["sitemaps/pages-1.xml"]), to: "sitemap.xml")
        try write(sitemap(), to: "sitemaps/pages-1.xml")
        try write(feed(), to: "feed.xml")
        try write(calendar(), to: "calendar.ics")
    }

    func write(_ text: String, to path: String) throws { try folder.write(text, to: path) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.url.appending(path: path)) }

    /// Makes a symbolic link.
    func link(_ path: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path(path), withDestinationPath: destination)
    }

    /// Writes a file as it was, with one piece of text in the place of another.
    func replace(_ text: String, in path: String, with other: String) throws {
        try write(try folder.read(path).replacing(text, with: other), to: path)
    }

    /// Writes a page with more in its body: that begins on line 14.
    func writePage(_ path: String, body: String) throws {
        try write(page(path, title: "Broken", body: body), to: path)
    }

    func report(limit: Int? = nil, baseURL: String? = nil) async throws -> SiteReport {
        try await Inspection(folder: folder.url.path, profile: .marquee, baseURL: baseURL, limit: limit).run()
    }

    func faults(baseURL: String? = nil) async throws -> [String] { try await report(baseURL: baseURL).lines }

    /// Expects these faults and no others.
    func expectFaults(_ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let found = try await faults()
        #expect(found == expected, "found:\n\(found.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }

    // MARK: What stands in the files

    func page(_ path: String, title: String, head: String = "", body: String = "") -> String {
        let root = base.dropFirst("https://corner.example".count)
        let address = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
        return """
            <!DOCTYPE html>
            <html lang="en">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <title>\(title)</title>
            <meta name="description" content="All about \(title)">
            <link rel="canonical" href="\(base)/\(address)">
            <link rel="stylesheet" href="\(root)/assets/site.css">
            <link rel="manifest" href="\(root)/site.webmanifest">
            <script type="module" src="\(root)/assets/app.js"></script>
            \(head)
            <body>
            <a href="\(root)/movies/up/?from=here#synopsis">Up</a> <a href="#synopsis">More</a> <a href="mailto:a@b.example">Mail</a>
            <h1 id="synopsis">\(title)</h1>
            \(body)

            """
    }

    func sitemapIndex(_ paths: [String]) -> String {
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + paths.map { "<sitemap><loc>\(base)/\($0)</loc></sitemap>\n" }.joined() + "</sitemapindex>\n"
    }

    static let pages = ["", "movies/", "movies/up/", "showtimes/2026-11-21/", "showtimes/x7/"]

    func sitemap(_ addresses: [String] = pages) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + addresses.map { "<url><loc>\(base)/\($0)</loc><lastmod>2026-11-20</lastmod></url>\n" }.joined()
            + "</urlset>\n"
    }

    func feed(ids: [String] = ["a", "b"]) -> String {
        let head = "<title>Corner</title><id>tag:corner</id><updated>2026-11-20T10:00:00Z</updated>"
        let entries = ids.map {
            "<entry><title>Up</title><id>tag:\($0)</id><link href=\"\(base)/movies/up/\"/>"
                + "<updated>2026-11-20T10:00:00.5+01:00</updated></entry>\n"
        }
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(head)\n\(entries.joined())</feed>\n"
    }

    func calendar(event: String = "UID:1@corner\r\nDTSTAMP:20261120T100000Z\r\nDTSTART:20261121T200000Z\r\n") -> String
    {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Corner//EN\r\nBEGIN:VEVENT\r\n\(event)END:VEVENT\r\nEND:VCALENDAR\r\n"
    }
}
