import Templating

/// What frames every page.
struct SiteFrame: TemplateModel {
    let site: Shared<SiteFacts>
    let page: PageFacts

    static let fields = Fields<SiteFrame>(.object("site", \.site), .object("page", \.page))
}

/// What all pages say of the site.
struct SiteFacts: TemplateModel {
    let name: String
    let language: String
    let assets: String
    let home: String
    let movies: String
    let showtimes: String

    static let fields = Fields<SiteFacts>(
        .text("name", \.name), .text("language", \.language), .text("assets", \.assets), .text("home", \.home),
        .text("movies", \.movies), .text("showtimes", \.showtimes))
}

/// What a page says of itself.
struct PageFacts: TemplateModel {
    let kind: String
    let title: String
    let description: String
    let canonical: String
    let inMovies: Bool
    let inShowtimes: Bool

    static let fields = Fields<PageFacts>(
        .text("kind", \.kind), .text("title", \.title), .text("description", \.description),
        .text("canonical", \.canonical), .flag("inMovies", \.inMovies), .flag("inShowtimes", \.inShowtimes))
}
