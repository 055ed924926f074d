import Cinema
import Foundation
import Pictures
import Templating

/// What every page knows of the site: its name and its main addresses.
struct SiteContext: TemplateModel {
    let name: String
    let language: String
    /// The same as Open Graph writes it, with a country.
    let locale = "en_GB"
    /// The booking API, without a final slash.
    let api: String
    let contentSecurityPolicy: String
    /// Where the assets are, the hash of their contents in it.
    let assets: String
    let home: String
    let movies: String
    let theaters: String
    let showtimes: String
    let search: String
    let checkout: String
    let tickets: String
    let data: String
    let feed: String
    let manifest: String
    /// Stands beside a link to a page that has no picture of its own, where people share it.
    let image: SharedImage?

    init(name: String, language: String, url: SiteURL, api: SiteURL, publicFiles: PublicFiles, headers: SiteHeaders) {
        let assets = url.assets(publicFiles.assetsHash)
        self.name = name
        self.language = language
        self.api = api.absolute(api.root)
        contentSecurityPolicy = headers.contentSecurityPolicy.meta
        self.assets = assets
        home = url.home
        movies = url.movies
        theaters = url.theaters
        showtimes = url.showtimes
        search = url.search
        checkout = url.checkout
        tickets = url.tickets
        data = url.data
        feed = url.feed
        manifest = url.manifest
        image = publicFiles.sharedImage.map { size in
            SharedImage(
                address: url.absolute("\(assets)/\(PublicFiles.sharedImageName)"),
                width: String(size.width), height: String(size.height), text: name, isWide: size.width > size.height)
        }
    }

    static let fields = Fields<SiteContext>(
        .text("name", \.name),
        .text("language", \.language),
        .text("locale", \.locale),
        .text("api", \.api),
        .text("contentSecurityPolicy", \.contentSecurityPolicy),
        .text("assets", \.assets),
        .text("home", \.home),
        .text("movies", \.movies),
        .text("theaters", \.theaters),
        .text("showtimes", \.showtimes),
        .text("search", \.search),
        .text("checkout", \.checkout),
        .text("tickets", \.tickets),
        .text("data", \.data),
        .text("feed", \.feed),
        .text("manifest", \.manifest),
        .object("image", \.image)
    )
}

/// What every page says of itself.
struct PageContext: TemplateModel {
    let kind: String
    let title: String
    let description: String
    /// The page's own address, with scheme and host.
    let canonical: String
    /// What stands beside a link to the page where people share it.
    let image: SharedImage?
    /// The address of the showings that the page tells of, for calendars; empty if there are none.
    let calendar: String
    /// What the page tells, for search engines: JSON-LD, or empty.
    let structuredData: String
    /// Whether search engines should show the page. They need not show the later pages of a list, nor what is gone in a
    /// few days: all that stands there has a page of its own.
    let isIndexed: Bool
    private let inMovies: Bool
    private let inTheaters: Bool
    private let inShowtimes: Bool
    private let inSearch: Bool
    private let inTickets: Bool

    init(
        _ template: PageTemplate, title: String, description: String, canonical: String, image: SharedImage? = nil,
        calendar: String = "", isIndexed: Bool = true, structuredData: String = ""
    ) {
        kind = template.name
        self.title = title
        self.description = description
        self.canonical = canonical
        self.image = image
        self.calendar = calendar
        self.isIndexed = isIndexed
        self.structuredData = structuredData
        inMovies = template.section == .movies
        inTheaters = template.section == .theaters
        inShowtimes = template.section == .showtimes
        inSearch = template.section == .search
        inTickets = template.section == .tickets
    }

    static let fields = Fields<PageContext>(
        .text("kind", \.kind),
        .text("title", \.title),
        .text("description", \.description),
        .text("canonical", \.canonical),
        .flag("isIndexed", \.isIndexed),
        .object("image", \.image),
        .text("calendar", \.calendar),
        .text("structuredData", \.structuredData),
        .flag("inMovies", \.inMovies),
        .flag("inTheaters", \.inTheaters),
        .flag("inShowtimes", \.inShowtimes),
        .flag("inSearch", \.inSearch),
        .flag("inTickets", \.inTickets)
    )
}

/// A picture of what a page is about.
struct SharedImage: TemplateModel {
    /// With scheme and host.
    let address: String
    let width: String
    let height: String
    /// What is to be seen, for those who do not see it.
    let text: String
    /// Whether it fills the width of a card; a poster that stands upright does not.
    let isWide: Bool

    static let fields = Fields<SharedImage>(
        .text("address", \.address),
        .text("width", \.width),
        .text("height", \.height),
        .text("text", \.text),
        .flag("isWide", \.isWide)
    )
}

/// The outermost model of every page.
struct Frame: TemplateModel {
    let site: Shared<SiteContext>
    let page: PageContext

    static let fields = Fields<Frame>(
        .object("site", \.site),
        .object("page", \.page)
    )
}
