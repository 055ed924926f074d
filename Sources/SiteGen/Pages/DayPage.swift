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
            .object("theater") { $0.theater },
            .text("city") { $0.city },
            .list("movies") { $0.movies }
        )
    }

    let day: DayPart
    let days: [DayPart]
    let theaters: [TheaterDay]
    let pagination: Pagination?

    static let fields = Fields<DayPage>(
        .object("day") { $0.day },
        .list("days") { $0.days },
        .list("theaters") { $0.theaters },
        .object("pagination") { $0.pagination }
    )
}

extension Site {
    static let theatersPerDayPage = 12

    /// The theaters that have showtimes on a day, each with its own.
    func theaters(on day: CivilDate) -> [(theater: Int, showtimes: [Int])] {
        Dictionary(grouping: listings.ofDay[day] ?? []) {
            programme.auditoriums[programme.showtimes[$0].auditorium].theater
        }
        .sorted { $0.key < $1.key }
        .map { ($0.key, $0.value) }
    }

    func dayPage(
        _ date: CivilDate, _ number: Int, of pages: [ArraySlice<(theater: Int, showtimes: [Int])>]
    ) -> DayPage {
        DayPage(
            day: day(date, current: date), days: days(current: date),
            theaters: pages[number - 1].map { index, showtimes in
                let theater = programme.theaters[index]
                return .init(theater: theaterLink(theater), city: theater.city, movies: movieShowings(showtimes))
            },
            pagination: pagination(of: url.day(date), page: number, pageCount: pages.count))
    }

    func dayContext(_ day: CivilDate, _ number: Int) -> PageContext {
        let name = "\(Wording.longDay(day)) \(day.year)"
        return PageContext(
            kind: .day, title: numbered("Showtimes on \(name)", number),
            description: numbered("Every film and showtime at \(context.name) on \(name).", number),
            canonical: url.absolute(url.page(number, of: url.day(day))))
    }
}
