import Catalog
import Cinema
import Templating

/// A film: its page, those of days that it has no room for, its calendar, its data, and its poster if one is drawn.
struct MovieKind: SlugPagesKind {
    static let name = "movie"
    static let rootEntries: [RootEntry] = [.movies, .data]
    static let templates: [PageTemplate] = [.movie, .movieDay]
    static let shows: PageContents = .posters
    static let rows = Slugged.movie
    static let indexed: IndexedPages? = IndexedPages(in: "movies") { programme, page in
        try programme.reader.eachPage(of: .movie) { id, slug, changedAt in
            try page(programme.url.movie(slug), programme.latest(changedAt, programme.showtimeChanges.movies[id]))
        }
    }
    static let jobSize = 128

    private let template: FramedTemplate<Frame, MoviePage>
    private let dayTemplate: FramedTemplate<Frame, MovieDayPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.movie)
        dayTemplate = try templates.bind(.movieDay)
    }

    static func slug(in path: SitePath) -> String? {
        path.name(below: .movies) ?? path.data(in: "movies") ?? PosterFile.slug(ofDrawn: path.parts)
    }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<Int64> {
        switch event {
        case .movie(let id, _, _), .movieShowings(let id, _): [id]
        case .person(_, let movies): .these(movies)
        default: []
        }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [Int64] { try reader.movieIDs() }

    func render(_ ids: [Int64], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let movies = try reader.movies(ids)
        let credits = try reader.credits(ofMovies: ids)
        let showtimes = try reader.showtimes(of: movies)
        for movie in movies {
            let credits = credits[movie.id] ?? MovieCredits()
            let showtimes = showtimes[movie.id] ?? []
            let address = site.url.movie(movie.slug)
            let days = showtimes.daysByTheater()
            let first = FirstDays(days, lines: site.listSizes.lines, below: \.theater.id)
            try writer.page(
                address, template, site.movieContext(movie, credits, hasShowings: !showtimes.isEmpty),
                site.moviePage(movie, credits, first), sink)
            try writer.days(
                days.suffix(first.further.count), below: address, by: \.theater.id, { site.link($0, of: movie) },
                dayTemplate, sink
            ) { (site.movieDayContext(movie, $0), site.movieDayPage(movie, $0)) }
            try writer.calendar(of: address, named: movie.title, showtimes, reader, sink)
            try writer.data("movies/\(movie.slug)", site.movieData(movie, credits, showtimes), sink)
            try writer.drawnPoster(of: movie, sink)
        }
    }

    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws {
        try writer.removeDays(below: writer.site.url.movie(slug), sink)
        try sink.remove("data/movies/\(slug).json")
        try sink.keepOnly([], in: PosterFile.drawnFolder(slug))
    }
}

extension SiteURL {
    func movie(_ slug: String) -> String { page(slug, in: .movies) }
    func movie(_ slug: String, on day: CivilDate) -> String { "\(movie(slug))\(day.iso)/" }
}

extension PageTemplate {
    static let movie = PageTemplate("movie", in: .movies)
    static let movieDay = PageTemplate("movie-day", in: .movies)
}
