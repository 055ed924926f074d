import Catalog
import Templating
import Words

/// The list of all films.
struct MovieListKind: SinglePageKind {
    static let name = "movieList"
    static let rootEntries: [RootEntry] = [.movies]
    static let templates: [PageTemplate] = [.movies]
    static let shows: PageContents = .posters
    static let isPatient = true
    static let indexed: IndexedPages? = IndexedPages(in: IndexedPages.lists) { programme, page in
        try page(programme.url.movies, nil)
    }

    private let template: FramedTemplate<Frame, MoviesPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.movies)
    }

    static func isPage(at path: SitePath) -> Bool { path.isList(.movies) }

    static func isAffected(by event: CatalogEvent) -> Bool {
        switch event {
        case .movie, .movieOnScreen, .genre: true
        default: false
        }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let genres = try reader.genres()
        let pages = try reader.moviesShowingFirst().pages(of: site.listSizes.movies)
        try writer.list(site.url.movies, pages, template, sink) { ids, number in
            (
                site.moviesContext(page: number),
                site.moviesPage(try reader.movies(ids), genres: genres, page: number, of: pages.count)
            )
        }
    }
}

extension RootEntry { static let movies = RootEntry("movies", isKeptBriefly: true) }
extension SiteURL { var movies: String { page(.movies) } }
extension PageTemplate { static let movies = PageTemplate("movies", in: .movies) }

/// A page of the list of all films.
struct MoviesPage: TemplateModel {
    let heading: String
    let movies: [MovieCard]
    let genres: [Link]
    let pagination: Pagination?

    static let meaning = "A page of the list of all films."
    static let fields = Fields<MoviesPage>(
        .text("heading", \.heading),
        .list("movies", \.movies),
        .list("genres", \.genres),
        .object("pagination", \.pagination)
    )
}

extension Site {
    func moviesPage(_ movies: [Movie], genres: [Genre], page number: Int, of pageCount: Int) -> MoviesPage {
        MoviesPage(
            heading: words.movies.listTitle, movies: movies.map { card($0) }, genres: genres.map(link),
            pagination: pagination(of: url.movies, page: number, pageCount: pageCount))
    }

    func moviesContext(page number: Int) -> PageContext {
        PageContext(
            .movies, title: numbered(words.movies.listTitle, number),
            description: numbered(words.movies.listDescription(context.name), number),
            canonical: url.absolute(SiteURL.page(number, of: url.movies)), isIndexed: number == 1)
    }
}
