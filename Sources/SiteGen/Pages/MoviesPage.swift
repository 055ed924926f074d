import Catalog
import Templating

/// A page of a list of films: all films, or those of a genre.
struct MoviesPage: TemplateModel {
    let heading: String
    let movies: [MovieCard]
    let genres: [Link]
    let pagination: Pagination?

    static let fields = Fields<MoviesPage>(
        .text("heading") { $0.heading },
        .list("movies") { $0.movies },
        .list("genres") { $0.genres },
        .object("pagination") { $0.pagination }
    )
}

struct GenrePage: TemplateModel {
    let genre: Link
    let movies: [MovieCard]
    let pagination: Pagination?

    static let fields = Fields<GenrePage>(
        .object("genre") { $0.genre },
        .list("movies") { $0.movies },
        .object("pagination") { $0.pagination }
    )
}

extension Site {
    static let moviesPerPage = 60

    func moviesPage(_ number: Int, of pages: [ArraySlice<Int>]) -> MoviesPage {
        MoviesPage(
            heading: "Films", movies: pages[number - 1].map(card), genres: genreLinks,
            pagination: pagination(of: url.movies, page: number, pageCount: pages.count))
    }

    var genreLinks: [Link] { programme.genres.map { Link(name: $0.name, href: url.genre($0.slug)) } }

    func moviesContext(_ number: Int) -> PageContext {
        PageContext(
            kind: .movies, title: numbered("Films", number),
            description: numbered("All films at \(context.name), those with a showing ahead first.", number),
            canonical: url.absolute(url.page(number, of: url.movies)))
    }

    func genrePage(_ index: Int, _ number: Int, of pages: [ArraySlice<Int>]) -> GenrePage {
        let genre = programme.genres[index]
        let href = url.genre(genre.slug)
        return GenrePage(
            genre: Link(name: genre.name, href: href), movies: pages[number - 1].map(card),
            pagination: pagination(of: href, page: number, pageCount: pages.count))
    }

    func genreContext(_ index: Int, _ number: Int) -> PageContext {
        let genre = programme.genres[index]
        return PageContext(
            kind: .genre, title: numbered(genre.name, number),
            description: numbered("\(genre.name): films at \(context.name).", number),
            canonical: url.absolute(url.page(number, of: url.genre(genre.slug))))
    }

    /// Titles and descriptions differ from page to page of a list.
    func numbered(_ text: String, _ page: Int) -> String {
        page == 1 ? text : "\(text) – page \(page)"
    }
}

extension Array {
    /// The array in pieces of at most `size`; one empty piece if it is empty.
    func pages(of size: Int) -> [ArraySlice<Element>] {
        isEmpty ? [[]] : stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
