import Catalog
import Cinema
import Templating

/// What is on in some or all theaters on one cinema day.
struct DayPage: TemplateModel {
    struct TheaterDay: TemplateModel {
        let theater: Link
        let city: String
        let movies: [MovieShowings]

        static let fields = Fields<TheaterDay>(
            .object("theater", \.theater),
            .text("city", \.city),
            .list("movies", \.movies)
        )
    }

    let day: DayLink
    let days: [DayChoice]
    let theaters: [TheaterDay]
    let pagination: Pagination?

    static let fields = Fields<DayPage>(
        .object("day", \.day),
        .list("days", \.days),
        .list("theaters", \.theaters),
        .object("pagination", \.pagination)
    )
}

extension Site {
    /// - Parameter showtimes: of each of these theaters on that day.
    func dayPage(
        _ day: CivilDate, _ theaters: [Theater], _ showtimes: [Int64: [Showtime]], page number: Int, of pageCount: Int
    ) -> DayPage {
        DayPage(
            day: link(day), days: dayChoices(current: day),
            theaters: theaters.map { theater in
                .init(
                    theater: link(theater), city: theater.city, movies: movieShowings(showtimes[theater.id] ?? []))
            },
            pagination: pagination(of: url.day(day), page: number, pageCount: pageCount))
    }

    func dayContext(_ day: CivilDate, page number: Int) -> PageContext {
        let name = "\(Wording.longDay(day)) \(day.year)"
        return PageContext(
            kind: .day, title: numbered("Showtimes on \(name)", number),
            description: numbered("Every film and showtime at \(context.name) on \(name).", number),
            canonical: url.absolute(url.page(number, of: url.day(day))))
    }
}
