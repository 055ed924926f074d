import Catalog
import Cinema
import Templating
import Words

/// What is on in one theater on one day.
struct TheaterDayPage: TemplateModel {
    let theater: Link
    let city: String
    let day: DayLink
    let neighbours: NeighbourDays
    let movies: [MovieShowings]
    let pagination: Pagination?

    static let meaning = "What is on in a theater at one cinema day."
    static let fields = Fields<TheaterDayPage>(
        .object("theater", \.theater),
        .text("city", \.city),
        .object("day", \.day),
        .object("neighbours", \.neighbours),
        .list("movies", \.movies),
        .object("pagination", \.pagination)
    )
}

/// The days before and after a page's own that have pages too.
struct NeighbourDays: TemplateModel {
    let previous: DayLink?
    let next: DayLink?

    static let fields = Fields<NeighbourDays>(
        .object("previous", \.previous),
        .object("next", \.next)
    )
}

extension Site {
    /// - Parameter days: in order.
    func neighbours(of day: CivilDate, among days: [CivilDate], _ link: (CivilDate) -> DayLink) -> NeighbourDays {
        NeighbourDays(previous: days.last { $0 < day }.map(link), next: days.first { $0 > day }.map(link))
    }

    /// - Parameter part: its showtimes are in order of film.
    func theaterDayPage(_ theater: Theater, _ part: PageOfDay) -> TheaterDayPage {
        TheaterDayPage(
            theater: link(theater), city: theater.city, day: link(part.day), neighbours: part.neighbours,
            movies: movieShowings(part.showtimes),
            pagination: pagination(
                of: url.theater(theater.slug, on: part.day), page: part.number, pageCount: part.count))
    }

    func theaterDayContext(_ theater: Theater, _ part: PageOfDay) -> PageContext {
        let name = words.time.day(part.day)
        let place = parts(of: theater).fullName
        return PageContext(
            .theaterDay, title: numbered(words.theaters.dayTitle(place, name), part.number),
            description: numbered(words.theaters.dayDescription(place, name), part.number),
            canonical: url.absolute(SiteURL.page(part.number, of: url.theater(theater.slug, on: part.day))),
            isIndexed: false)
    }
}
