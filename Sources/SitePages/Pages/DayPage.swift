import Catalog
import Cinema
import Templating
import Words

/// What is on in all theaters on one cinema day, or, if that does not fit on a page, which theaters show films then.
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

    /// A theater, and the address of its page of this day.
    struct Place: TemplateModel {
        let theater: Link
        let city: String

        static let fields = Fields<Place>(
            .text("name", \.theater.name),
            .text("href", \.theater.href),
            .text("city", \.city)
        )
    }

    let day: DayLink
    let days: [DayChoice]
    let theaters: [TheaterDay]
    let places: [Place]
    let index: [PlaceRange]
    let pagination: Pagination?

    static let meaning = "What is on at one cinema day."
    static let fields = Fields<DayPage>(
        .object("day", \.day),
        .list("days", \.days),
        .flag("hasShowings") { !$0.theaters.isEmpty },
        .list("theaters", \.theaters),
        .flag("hasPlaces") { !$0.places.isEmpty },
        .list("places", \.places),
        .flag("hasIndex") { !$0.index.isEmpty },
        .list("index", \.index),
        .object("pagination", \.pagination)
    )
}

extension Site {
    /// - Parameter showtimes: of each of these theaters on that day.
    func dayPage(_ day: CivilDate, _ theaters: [Theater], _ showtimes: [Int64: [Showtime]]) -> DayPage {
        DayPage(
            day: link(day), days: dayChoices(current: day),
            theaters: theaters.map { theater in
                .init(
                    theater: Link(name: theater.name, href: url.theater(theater.slug, on: day)), city: theater.city,
                    movies: movieShowings(showtimes[theater.id] ?? []))
            },
            places: [], index: [], pagination: nil)
    }

    func dayPage(_ day: CivilDate, _ pages: [ArraySlice<Theater>], page number: Int) -> DayPage {
        DayPage(
            day: link(day), days: dayChoices(current: day), theaters: [],
            places: pages[number - 1].map { theater in
                .init(
                    theater: Link(name: theater.name, href: url.theater(theater.slug, on: day)), city: theater.city)
            },
            index: placeIndex(of: url.day(day), pages, current: number),
            pagination: pagination(of: url.day(day), page: number, pageCount: pages.count))
    }

    func dayContext(_ day: CivilDate, page number: Int) -> PageContext {
        let name = words.time.day(day)
        return PageContext(
            .day, title: numbered(words.days.title(name), number),
            description: numbered(words.days.description(context.name, name), number),
            canonical: url.absolute(SiteURL.page(number, of: url.day(day))), isIndexed: number == 1)
    }
}
