import Catalog
import Cinema
import Templating
import Words

/// Where one film is on on one day, if the film's page has no room for it.
struct MovieDayPage: TemplateModel {
    let movie: Link
    let day: DayLink
    let neighbours: NeighbourDays
    let theaters: [MoviePage.TheaterShowings]
    let pagination: Pagination?

    static let meaning = "Where a film is shown at one cinema day, if its own page has no room for that day."
    static let fields = Fields<MovieDayPage>(
        .object("movie", \.movie),
        .object("day", \.day),
        .object("neighbours", \.neighbours),
        .list("theaters", \.theaters),
        .object("pagination", \.pagination)
    )
}

extension Site {
    /// - Parameter part: its showtimes are in order of theater.
    func movieDayPage(_ movie: Movie, _ part: PageOfDay) -> MovieDayPage {
        MovieDayPage(
            movie: link(movie), day: link(part.day), neighbours: part.neighbours,
            theaters: theaterShowings(part.showtimes),
            pagination: pagination(of: url.movie(movie.slug, on: part.day), page: part.number, pageCount: part.count))
    }

    func movieDayContext(_ movie: Movie, _ part: PageOfDay) -> PageContext {
        let name = words.time.day(part.day)
        let title = fullTitle(movie)
        return PageContext(
            .movieDay, title: numbered(words.movies.dayTitle(title, name), part.number),
            description: numbered(words.movies.dayDescription(title, name, context.name), part.number),
            canonical: url.absolute(SiteURL.page(part.number, of: url.movie(movie.slug, on: part.day))),
            image: sharedImage(of: movie), isIndexed: false)
    }
}
