import Cinema
import Foundation

/// Every address of the site. A page is a folder's `index.html`, so that addresses need no file name.
struct SiteURL: Sendable {
    /// What stands before every path, without a final slash: `https://cinema.example/programme`.
    private let base: String
    /// The path below which the site lives: empty, or `/programme`.
    let root: String
    /// Scheme, host and port: `https://cinema.example`.
    let origin: String
    /// Whose site it is, for names that no other site may give: `cinema.example`.
    let host: String

    /// - Returns: `nil` unless `base` is an address that begins with `http://` or `https://`.
    init?(base: String) {
        var trimmed = base[...]
        while trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
        guard let url = URL(string: String(trimmed)), ["http", "https"].contains(url.scheme), let host = url.host(),
            url.query() == nil, url.fragment() == nil
        else { return nil }
        self.base = String(trimmed)
        let scheme = trimmed.prefix { $0 != ":" }
        let authority = trimmed.dropFirst(scheme.count + "://".count).prefix { $0 != "/" }
        origin = "\(scheme)://\(authority.split(separator: "@").last ?? "")".lowercased()
        self.host = host
        root = url.path(percentEncoded: true)
    }

    var isSecure: Bool { origin.hasPrefix("https:") }

    /// The origin of its WebSockets.
    var liveOrigin: String { "ws" + origin.dropFirst("http".count) }

    var home: String { root + "/" }
    var theaters: String { root + "/theaters/" }
    var movies: String { root + "/movies/" }
    var showtimes: String { root + "/showtimes/" }
    var search: String { root + "/search/" }
    var checkout: String { root + "/checkout/" }
    var tickets: String { root + "/tickets/" }
    var notFound: String { root + "/404.html" }
    var data: String { root + "/data" }
    var feed: String { root + "/feed.xml" }
    var robots: String { root + "/robots.txt" }
    var manifest: String { root + "/site.webmanifest" }
    var sitemap: String { root + "/sitemap.xml" }
    var sitemaps: String { root + "/sitemaps/" }

    func movie(_ slug: String) -> String { "\(root)/movies/\(slug)/" }
    func movie(_ slug: String, on day: CivilDate) -> String { "\(root)/movies/\(slug)/\(day.iso)/" }
    func theater(_ slug: String) -> String { "\(root)/theaters/\(slug)/" }
    func theater(_ slug: String, on day: CivilDate) -> String { "\(root)/theaters/\(slug)/\(day.iso)/" }
    func genre(_ slug: String) -> String { "\(root)/genres/\(slug)/" }
    func person(_ slug: String) -> String { "\(root)/people/\(slug)/" }
    func day(_ day: CivilDate) -> String { "\(root)/showtimes/\(day.iso)/" }
    func showtime(_ id: String) -> String { "\(root)/showtimes/\(id)/" }
    func layout(_ id: String) -> String { "\(data)/layouts/\(id).json" }
    func assets(_ hash: String) -> String { "\(root)/assets/\(hash)" }

    /// The showings that a page tells of, or the one, for calendars.
    func calendar(of page: String) -> String { page + "calendar.ics" }

    /// A page of a list that is too long for one; the first keeps the list's own address.
    static func page(_ number: Int, of list: String) -> String {
        number == 1 ? list : "\(list)page/\(number)/"
    }

    /// The address with scheme and host, for those who meet it outside of the site.
    func absolute(_ path: String) -> String { base + path.dropFirst(root.count) }

    /// Where in the output folder the file of an address is.
    func file(_ path: String) -> String {
        let inside = path.dropFirst(root.count + 1)
        return inside.isEmpty || inside.hasSuffix("/") ? inside + "index.html" : String(inside)
    }
}
