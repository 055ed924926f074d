import Cinema
package import WebOrigin

/// Every address of the site. A page is a folder's `index.html`, so that addresses need no file name.
package struct SiteURL: Sendable {
    /// What stands before every path, without a final slash: `https://cinema.example/programme`.
    private let base: String
    /// The path below which the site lives: empty, or `/programme`.
    package let root: String
    package let origin: Origin

    /// - Parameter base: in any spelling; pages have it as browsers send it.
    package init(base: String) throws(AddressFault) {
        let address = try WebAddress(base: base)
        self.base = address.text
        root = address.tail
        origin = address.origin
    }

    /// Whose site it is, for names that no other site may give: `cinema.example`.
    var host: String { origin.host }

    package var home: String { root + "/" }
    var theaters: String { folder(.theaters) }
    var movies: String { folder(.movies) }
    var showtimes: String { folder(.showtimes) }
    var search: String { folder(.search) }
    var checkout: String { folder(.checkout) }
    var tickets: String { folder(.tickets) }
    var notFound: String { "\(root)/\(RootEntry.notFound.rawValue)" }
    var data: String { "\(root)/\(RootEntry.data.rawValue)" }
    var feed: String { "\(root)/\(RootEntry.feed.rawValue)" }
    var robots: String { root + "/robots.txt" }
    var manifest: String { root + "/site.webmanifest" }
    var sitemap: String { "\(root)/\(RootEntry.sitemap.rawValue)" }
    var sitemaps: String { folder(.sitemaps) }

    func movie(_ slug: String) -> String { "\(root)/\(RootEntry.movies.rawValue)/\(slug)/" }
    func movie(_ slug: String, on day: CivilDate) -> String {
        "\(root)/\(RootEntry.movies.rawValue)/\(slug)/\(day.iso)/"
    }
    func theater(_ slug: String) -> String { "\(root)/\(RootEntry.theaters.rawValue)/\(slug)/" }
    func theater(_ slug: String, on day: CivilDate) -> String {
        "\(root)/\(RootEntry.theaters.rawValue)/\(slug)/\(day.iso)/"
    }
    func genre(_ slug: String) -> String { "\(root)/\(RootEntry.genres.rawValue)/\(slug)/" }
    func person(_ slug: String) -> String { "\(root)/\(RootEntry.people.rawValue)/\(slug)/" }
    func day(_ day: CivilDate) -> String { "\(root)/\(RootEntry.showtimes.rawValue)/\(day.iso)/" }
    func showtime(_ id: String) -> String { "\(root)/\(RootEntry.showtimes.rawValue)/\(id)/" }
    func layout(_ id: String) -> String { "\(data)/layouts/\(id).json" }
    func assets(_ hash: String) -> String { "\(root)/assets/\(hash)" }

    private func folder(_ entry: RootEntry) -> String { "\(root)/\(entry.rawValue)/" }

    /// The showings that a page tells of, or the one, for calendars.
    func calendar(of page: String) -> String { page + "calendar.ics" }

    /// A page of a list that is too long for one; the first keeps the list's own address.
    static func page(_ number: Int, of list: String) -> String {
        number == 1 ? list : "\(list)page/\(number)/"
    }

    /// The address with scheme and host, for those who meet it outside of the site.
    package func absolute(_ path: String) -> String { base + path.dropFirst(root.count) }

    /// Where in the output folder the file of an address is.
    func file(_ path: String) -> String {
        let inside = path.dropFirst(root.count + 1)
        return inside.isEmpty || inside.hasSuffix("/") ? inside + "index.html" : String(inside)
    }
}
