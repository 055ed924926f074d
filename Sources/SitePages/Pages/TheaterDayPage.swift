import Catalog
import Cinema
import Templating

/// What is on in one theater on one day.
struct TheaterDayPage: TemplateModel {
    let theater: Link
    let city: String
    let day: DayLink
    let neighbours: NeighbourDays
    let movies: [MovieShowings]
    let pagination: Pagination?

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

    /// - Parameter showtimes: those of this page, in order of film.
    func theaterDayPage(
        _ theater: Theater, _ day: CivilDate, _ neighbours: NeighbourDays, _ showtimes: [Showtime],
        page number: Int, of pageCount: Int
    ) -> TheaterDayPage {
        TheaterDayPage(
            theater: link(theater), city: theater.city, day: link(day), neighbours: neighbours,
            movies: movieShowings(showtimes),
            pagination: pagination(of: url.theater(theater.slug, on: day), page: number, pageCount: pageCount))
    }

    func theaterDayContext(_ theater: Theater, _ day: CivilDate, page number: Int) -> PageContext {
        let name = TimeWords.day(day)
        let place = caches.theaterParts[theater, url].fullName
        return PageContext(
            kind: .theaterDay, title: numbered("\(place): \(name)", number),
            description: numbered("Films and showtimes at \(place) on \(name).", number),
            canonical: url.absolute(SiteURL.page(number, of: url.theater(theater.slug, on: day))), isIndexed: false)
    }
}
