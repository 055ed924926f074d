import Cinema
import Foundation
import Templating

/// What every page knows of the site: its name and its main addresses.
///
/// Shared by all pages, and so a class: templates read it dozens of times a page, and no copy is made.
final class SiteContext: TemplateModel {
    let name: String
    let url: SiteURL
    /// The booking API, without a final slash.
    let api: String
    /// Where the assets are, the hash of their contents in it.
    let assets: String
    /// The first day that has showings, or the movies if there is none.
    let showtimes: String

    init(name: String, url: SiteURL, api: String, assetsHash: String, showtimes: String) {
        self.name = name
        self.url = url
        self.api = api
        assets = url.assets(assetsHash)
        self.showtimes = showtimes
    }

    static let fields = Fields<SiteContext>(
        .text("name") { $0.name },
        .text("language") { _ in "en" },
        .text("api") { $0.api },
        .text("assets") { $0.assets },
        .text("home") { $0.url.home },
        .text("movies") { $0.url.movies },
        .text("theaters") { $0.url.theaters },
        .text("showtimes") { $0.showtimes },
        .text("search") { $0.url.search },
        .text("checkout") { $0.url.checkout },
        .text("tickets") { $0.url.tickets },
        .text("data") { $0.url.data }
    )
}

/// What every page says of itself.
struct PageContext: TemplateModel {
    enum Kind: String {
        case home, movies, movie, theaters, theater, day, genre, person, search, showtime, checkout, tickets
        case notFound = "not-found"
    }

    let kind: Kind
    let title: String
    let description: String
    /// The page's own address, with scheme and host.
    let canonical: String

    static let fields = Fields<PageContext>(
        .text("kind") { $0.kind.rawValue },
        .text("title") { $0.title },
        .text("description") { $0.description },
        .text("canonical") { $0.canonical },
        .flag("inMovies") { [.movies, .movie, .genre, .person].contains($0.kind) },
        .flag("inTheaters") { [.theaters, .theater].contains($0.kind) },
        .flag("inShowtimes") { [.home, .day, .showtime].contains($0.kind) },
        .flag("inSearch") { $0.kind == .search },
        .flag("inTickets") { [.tickets, .checkout].contains($0.kind) }
    )
}

/// The outermost model of every page.
struct Frame: TemplateModel {
    let site: SiteContext
    let page: PageContext

    static let fields = Fields<Frame>(
        .object("site") { $0.site },
        .object("page") { $0.page }
    )
}
