import Cinema

/// Addresses of pages for search engines, as a file (sitemaps.org, protocol 0.9).
package struct Sitemap {
    private var xml = XMLWriter()
    package private(set) var count = 0
    /// The latest of its pages' changes, in seconds since 1970; `nil` if none is known.
    package private(set) var lastModified: Int?

    package init() {
        xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    }

    /// - Parameters:
    ///   - address: with scheme and host.
    ///   - instant: when what the page tells was last changed, in seconds since 1970; `nil` if that is not known.
    package mutating func add(_ address: String, lastModified instant: Int?) {
        xml.place("<url>", address, instant, "</url>\n")
        count += 1
        lastModified = instant.map { max($0, lastModified ?? $0) } ?? lastModified
    }

    package var file: [UInt8] {
        var xml = xml
        xml.markup("</urlset>\n")
        return xml.bytes
    }
}

/// The file that names all sitemaps of a site.
package struct SitemapIndex {
    private var xml = XMLWriter()

    package init() {
        xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    }

    package mutating func add(_ address: String, lastModified instant: Int?) {
        xml.place("<sitemap>", address, instant, "</sitemap>\n")
    }

    package var file: [UInt8] {
        var xml = xml
        xml.markup("</sitemapindex>\n")
        return xml.bytes
    }
}

extension XMLWriter {
    fileprivate mutating func place(_ open: StaticString, _ address: String, _ instant: Int?, _ close: StaticString) {
        markup(open)
        markup("<loc>")
        text(address)
        markup("</loc>")
        if let instant {
            markup("<lastmod>")
            text(LocalTime(secondsSinceEpoch: instant, offset: 0).rfc3339)
            markup("</lastmod>")
        }
        markup(close)
    }
}
