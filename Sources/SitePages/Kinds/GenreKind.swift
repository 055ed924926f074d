import Catalog
import Templating
import Words

/// The films of a genre.
struct GenreKind: SlugPagesKind {
    static let name = "genre"
    static let rootEntries: [RootEntry] = [.genres]
    static let templates: [PageTemplate] = [.genre]
    static let shows: PageContents = .posters
    static let rows = Slugged.genre
    static let indexed: IndexedPages? = IndexedPages(in: "genres") { programme, page in
        for genre in try programme.reader.genres() { try page(programme.url.genre(genre.slug), nil) }
    }
    static let jobSize = 1

    private let template: FramedTemplate<Frame, GenrePage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.genre)
    }

    static func slug(in path: SitePath) -> String? { path.name(below: .genres) }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<Int64> {
        switch event {
        case .genre(let id), .genreMovies(let id): [id]
        case .movie(_, let genres, _), .movieOnScreen(_, let genres): .these(genres)
        default: []
        }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [Int64] { try reader.genres().map(\.id) }

    func render(_ ids: [Int64], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        for genre in try reader.genres() where ids.contains(genre.id) {
            let pages = try reader.moviesShowingFirst(genre: genre.id).pages(of: site.listSizes.movies)
            try writer.list(site.url.genre(genre.slug), pages, template, sink) { ids, number in
                (
                    site.genreContext(genre, page: number),
                    site.genrePage(genre, try reader.movies(ids), page: number, of: pages.count)
                )
            }
        }
    }

    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws {
        try writer.removeList(writer.site.url.genre(slug), sink)
    }
}

extension RootEntry { static let genres = RootEntry("genres", isKeptBriefly: true) }
extension SiteURL { func genre(_ slug: String) -> String { page(slug, in: .genres) } }
extension PageTemplate { static let genre = PageTemplate("genre", in: .movies) }

/// A page of the list of films of a genre.
struct GenrePage: TemplateModel {
    let genre: Link
    let movies: [MovieCard]
    let pagination: Pagination?

    static let meaning = "A page of the list of films of a genre."
    static let fields = Fields<GenrePage>(
        .object("genre", \.genre),
        .list("movies", \.movies),
        .object("pagination", \.pagination)
    )
}

extension Site {
    func genrePage(_ genre: Genre, _ movies: [Movie], page number: Int, of pageCount: Int) -> GenrePage {
        GenrePage(
            genre: link(genre), movies: movies.map { card($0) },
            pagination: pagination(of: url.genre(genre.slug), page: number, pageCount: pageCount))
    }

    func genreContext(_ genre: Genre, page number: Int) -> PageContext {
        PageContext(
            .genre, title: numbered(fullName(genre), number),
            description: numbered(words.movies.genreDescription(genre.name, context.name), number),
            canonical: url.absolute(SiteURL.page(number, of: url.genre(genre.slug))), isIndexed: number == 1,
            structuredData: number == 1 ? structuredData(genre) : "")
    }
}
