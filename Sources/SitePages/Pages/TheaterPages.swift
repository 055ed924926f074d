import Catalog
import Cinema
import Templating
import Words

/// A page of the list of theaters.
struct TheatersPage: TemplateModel {
    struct Item: TemplateModel {
        let link: Link
        let city: String
        let address: String
        let auditoriums: String

        static let fields = Fields<Item>(
            .text("name", \.link.name),
            .text("href", \.link.href),
            .text("city", \.city),
            .text("address", \.address),
            .text("auditoriums", \.auditoriums)
        )
    }

    let theaters: [Item]
    let index: [PlaceRange]
    let pagination: Pagination?

    static let meaning = "A page of the list of theaters."
    static let fields = Fields<TheatersPage>(
        .list("theaters", \.theaters),
        .flag("hasIndex") { !$0.index.isEmpty },
        .list("index", \.index),
        .object("pagination", \.pagination)
    )
}

struct TheaterPage: TemplateModel {
    let theater: TheaterFacts
    /// As many of the next days as fit.
    let days: [Day]
    let further: FurtherDays

    /// What is on in a theater on one day.
    struct Day: TemplateModel {
        let day: DayLink
        let movies: [MovieShowings]

        static let fields = Fields<Day>(
            .object("day", \.day),
            .list("movies", \.movies)
        )
    }

    static let meaning = "A theater, and what is on there."
    static let fields = Fields<TheaterPage>(
        .object("theater", \.theater),
        .flag("hasShowings") { !$0.days.isEmpty },
        .list("days", \.days),
        .object("further", \.further)
    )
}

/// All that is known of a theater.
struct TheaterFacts: TemplateModel {
    struct Room: TemplateModel {
        let name: String
        let seats: String

        static let fields = Fields<Room>(
            .text("name", \.name),
            .text("seats", \.seats)
        )
    }

    let theater: Theater
    let parts: TheaterParts
    let rooms: [Room]

    static let fields = Fields<TheaterFacts>(
        .text("name", \.theater.name),
        .text("street", \.theater.street),
        .text("locality", \.parts.locality),
        .texts("address", \.parts.addressLines),
        .text("country") { Wording.country(Country.code($0.theater.country)) },
        .text("map", \.theater.map),
        .text("website") { Wording.webAddress($0.theater.website) },
        .text("phone", \.theater.phone),
        .text("description", \.theater.description),
        .flag("hasAuditoriums") { !$0.rooms.isEmpty },
        .list("auditoriums", \.rooms)
    )
}

extension Theater {
    /// Where the theater is, on OpenStreetMap.
    fileprivate var map: String {
        coordinates.map {
            "https://www.openstreetmap.org/?mlat=\($0.latitude)&mlon=\($0.longitude)#map=17/\($0.latitude)/\($0.longitude)"
        } ?? ""
    }
}

extension Site {
    /// A theater's data shows two weeks, and its page leads to the pages of later days.
    static let daysOfTheater = 14

    func theatersPage(
        _ pages: [ArraySlice<Theater>], _ auditoriums: [Int64: [Auditorium]], page number: Int
    ) -> TheatersPage {
        TheatersPage(
            theaters: pages[number - 1].map { theater in
                let screens = auditoriums[theater.id]?.count ?? 0
                return .init(
                    link: link(theater), city: theater.city, address: parts(of: theater).addressLine,
                    auditoriums: screens == 0 ? "" : words.theaters.screens(screens))
            },
            index: placeIndex(of: url.theaters, pages, current: number),
            pagination: pagination(of: url.theaters, page: number, pageCount: pages.count))
    }

    func theatersContext(page number: Int) -> PageContext {
        PageContext(
            .theaters, title: numbered(words.theaters.listTitle, number),
            description: numbered(words.theaters.listDescription(context.name), number),
            canonical: url.absolute(SiteURL.page(number, of: url.theaters)), isIndexed: number == 1)
    }

    func theaterPage(
        _ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout], _ first: FirstDays
    ) -> TheaterPage {
        TheaterPage(
            theater: TheaterFacts(
                theater: theater, parts: parts(of: theater),
                rooms: auditoriums.map { auditorium in
                    let seats = layouts[auditorium.layout]?.seats.seatCount ?? 0
                    return .init(name: auditorium.name, seats: words.seats.count(seats))
                }),
            days: first.days.map { .init(day: link($0.day, in: theater), movies: movieShowings($0.showtimes)) },
            further: FurtherDays(first) { link($0, in: theater) })
    }

    /// A day in a theater has a page of its own.
    func link(_ day: CivilDate, in theater: Theater) -> DayLink {
        DayLink(date: day.iso, name: words.time.day(day), href: url.theater(theater.slug, on: day))
    }

    func theaterContext(
        _ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout], hasShowings: Bool
    ) -> PageContext {
        let name = parts(of: theater).fullName
        let address = url.theater(theater.slug)
        return PageContext(
            .theater, title: title(theater),
            description: words.theaters.description(name),
            canonical: url.absolute(address), calendar: hasShowings ? url.calendar(of: address) : "",
            structuredData: structuredData(theater, auditoriums, layouts))
    }
}
