import Catalog
import Templating
import Words

/// What is on soon.
struct HomeKind: SinglePageKind {
    static let name = "home"
    static let rootEntries: [RootEntry] = [.home]
    static let templates: [PageTemplate] = [.home]
    static let shows: PageContents = [.days, .posters]
    static let pageCount = 1
    static let indexed: IndexedPages? = IndexedPages(in: IndexedPages.lists) { programme, page in
        try page(programme.url.home, nil)
    }

    private let template: FramedTemplate<Frame, HomePage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.home)
    }

    static func isPage(at path: SitePath) -> Bool { path.isFile(RootEntry.home.name) }

    static func isAffected(by event: CatalogEvent) -> Bool {
        switch event {
        case .movie, .movieShowings: true
        default: false
        }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let day = site.days.first
        let movies = try reader.movies(day.map { try reader.movies(on: $0, limit: Site.moviesToday) } ?? [])
        let coming = try reader.moviesShowingFirst(notOn: day, limit: Site.moviesComing)
        let showtimes = try day.flatMap { day in
            try reader.hasShowtimes(moreThan: site.listSizes.lines, of: movies, around: day)
                ? nil : reader.showtimes(of: movies, on: day)
        }
        try writer.page(
            site.url.home, template, site.homeContext(),
            site.homePage(movies, showtimes, coming: try reader.movies(coming)), sink)
    }
}

extension RootEntry { static let home = RootEntry("index.html") }
extension PageTemplate { static let home = PageTemplate("home", in: .showtimes) }

struct HomePage: TemplateModel {
    let days: [DayChoice]
    /// The first day that has showings.
    let day: DayChoice?
    /// What is on that day; empty if it does not fit on a page.
    let movies: [MovieShowings]
    /// The films of that day, if their showings do not fit.
    let films: [MovieCard]
    /// Other films, those that are shown later first.
    let coming: [MovieCard]

    static let meaning = "What is on at the first day that has showings, and what comes later."
    static let fields = Fields<HomePage>(
        .list("days", \.days),
        .object("day", \.day),
        .list("movies", \.movies),
        .flag("hasFilms") { !$0.films.isEmpty },
        .list("films", \.films),
        .flag("hasComing") { !$0.coming.isEmpty },
        .list("coming", \.coming)
    )
}

extension Site {
    /// A home page shows what one can see soon, and no more than one can take in.
    static let moviesToday = 40
    static let moviesComing = 24

    /// - Parameters:
    ///   - movies: of the first day.
    ///   - showtimes: on that day, if they fit.
    ///   - coming: other films.
    func homePage(_ movies: [Movie], _ showtimes: [Showtime]?, coming: [Movie]) -> HomePage {
        HomePage(
            days: dayChoices(current: days.first), day: days.first.map { choice($0, isCurrent: true) },
            movies: movieShowings(showtimes ?? []).leading(),
            films: showtimes == nil ? movies.map { card($0) } : [], coming: coming.map { card($0) })
    }

    func homeContext() -> PageContext {
        PageContext(
            .home, title: words.other.home.title, description: words.other.home.description(context.name),
            canonical: url.absolute(url.home), structuredData: structuredDataOfHome())
    }
}
