import Catalog
import Cinema
import Templating

/// Where one film is on on one day, if the film's page has no room for it.
struct MovieDayPage: TemplateModel {
    let movie: Link
    let day: DayLink
    let neighbours: NeighbourDays
    let theaters: [MoviePage.TheaterShowings]
    let pagination: Pagination?

    static let fields = Fields<MovieDayPage>(
        .object("movie", \.movie),
        .object("day", \.day),
        .object("neighbours", \.neighbours),
        .list("theaters", \.theaters),
        .object("pagination", \.pagination)
    )
}

extension Site {
    /// - Parameter showtimes: those of this page, in order of theater.
    func movieDayPage(
        _ movie: Movie, _ day: CivilDate, _ neighbours: NeighbourDays, _ showtimes: [Showtime],
        page number: Int, of pageCount: Int
    ) -> MovieDayPage {
        MovieDayPage(
            movie: link(movie), day: link(day), neighbours: neighbours, theaters: theaterShowings(showtimes),
            pagination: pagination(of: url.movie(movie.slug, on: day), page: number, pageCount: pageCount))
    }

    func movieDayContext(_ movie: Movie, _ day: CivilDate, page number: Int) -> PageContext {
        let name = TimeWords.day(day)
        let title = fullTitle(movie)
        return PageContext(
            kind: .movieDay, title: numbered("\(title): \(name)", number),
            description: numbered("Theaters and showtimes of \(title) on \(name) at \(context.name).", number),
            canonical: url.absolute(SiteURL.page(number, of: url.movie(movie.slug, on: day))),
            image: sharedImage(of: movie), isIndexed: false)
    }
}
