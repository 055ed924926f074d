import Catalog
import Templating

/// A page of a list of films: all films, or those of a genre.
struct MoviesPage: TemplateModel {
    let heading: String
    let movies: [MovieCard]
    let genres: [Link]
    let pagination: Pagination?

    static let fields = Fields<MoviesPage>(
        .text("heading", \.heading),
        .list("movies", \.movies),
        .list("genres", \.genres),
        .object("pagination", \.pagination)
    )
}

struct GenrePage: TemplateModel {
    let genre: Link
    let movies: [MovieCard]
    let pagination: Pagination?

    static let fields = Fields<GenrePage>(
        .object("genre", \.genre),
        .list("movies", \.movies),
        .object("pagination", \.pagination)
    )
}

extension Site {
    func moviesPage(_ movies: [Movie], genres: [Genre], page number: Int, of pageCount: Int) -> MoviesPage {
        MoviesPage(
            heading: "Films", movies: movies.map { card($0) }, genres: genres.map(link),
            pagination: pagination(of: url.movies, page: number, pageCount: pageCount))
    }

    func moviesContext(page number: Int) -> PageContext {
        PageContext(
            kind: .movies, title: numbered("Films", number),
            description: numbered("All films at \(context.name), those with a showing ahead first.", number),
            canonical: url.absolute(SiteURL.page(number, of: url.movies)), isIndexed: number == 1)
    }

    func genrePage(_ genre: Genre, _ movies: [Movie], page number: Int, of pageCount: Int) -> GenrePage {
        GenrePage(
            genre: link(genre), movies: movies.map { card($0) },
            pagination: pagination(of: url.genre(genre.slug), page: number, pageCount: pageCount))
    }

    func genreContext(_ genre: Genre, page number: Int) -> PageContext {
        PageContext(
            kind: .genre, title: numbered(fullName(genre), number),
            description: numbered("\(genre.name): films at \(context.name).", number),
            canonical: url.absolute(SiteURL.page(number, of: url.genre(genre.slug))), isIndexed: number == 1,
            structuredData: number == 1 ? structuredData(genre) : "")
    }

    /// Titles and descriptions differ from page to page of a list.
    func numbered(_ text: String, _ page: Int) -> String {
        page == 1 ? text : "\(text) – page \(page)"
    }
}
