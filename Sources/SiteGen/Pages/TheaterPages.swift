import Catalog
import Cinema
import Templating

/// A page of the list of theaters.
struct TheatersPage: TemplateModel {
    struct Item: TemplateModel {
        let link: Link
        let city: String
        let address: String
        let auditoriums: String

        static let fields = Fields<Item>(
            .text("name") { $0.link.name },
            .text("href") { $0.link.href },
            .text("city") { $0.city },
            .text("address") { $0.address },
            .text("auditoriums") { $0.auditoriums }
        )
    }

    let theaters: [Item]
    let pagination: Pagination?

    static let fields = Fields<TheatersPage>(
        .list("theaters") { $0.theaters },
        .object("pagination") { $0.pagination }
    )
}

struct TheaterPage: TemplateModel {
    let theater: TheaterFacts
    let days: [Day]

    /// What is on in a theater on one day.
    struct Day: TemplateModel {
        let day: DayPart
        let movies: [MovieShowings]

        static let fields = Fields<Day>(
            .object("day") { $0.day },
            .list("movies") { $0.movies }
        )
    }

    static let fields = Fields<TheaterPage>(
        .object("theater") { $0.theater },
        .flag("hasShowings") { !$0.days.isEmpty },
        .list("days") { $0.days }
    )
}

/// All that is known of a theater.
struct TheaterFacts: TemplateModel {
    struct Room: TemplateModel {
        let name: String
        let seats: String

        static let fields = Fields<Room>(
            .text("name") { $0.name },
            .text("seats") { $0.seats }
        )
    }

    let theater: Theater
    let rooms: [Room]

    static let fields = Fields<TheaterFacts>(
        .text("name") { $0.theater.name },
        .text("street") { $0.theater.street },
        .text("locality") { $0.theater.locality },
        .text("country") { Wording.country($0.theater.country) },
        .text("map") { $0.theater.map },
        .text("website") { $0.theater.website },
        .text("phone") { $0.theater.phone },
        .text("description") { $0.theater.description },
        .list("auditoriums") { $0.rooms }
    )
}

extension Theater {
    /// `75108 Paris`
    var locality: String { [postalCode, city].filter { !$0.isEmpty }.joined(separator: " ") }

    /// Where the theater is, on OpenStreetMap.
    fileprivate var map: String {
        coordinates.map {
            "https://www.openstreetmap.org/?mlat=\($0.latitude)&mlon=\($0.longitude)#map=17/\($0.latitude)/\($0.longitude)"
        } ?? ""
    }
}

extension Site {
    static let theatersPerPage = 100
    /// A theater's page shows two weeks; what comes later is on the pages of the days.
    private static let daysOfTheater = 14

    func theatersPage(_ number: Int, of pages: [ArraySlice<Int>]) -> TheatersPage {
        TheatersPage(
            theaters: pages[number - 1].map { index in
                let theater = programme.theaters[index]
                return .init(
                    link: theaterLink(theater), city: theater.city,
                    address: [theater.street, theater.locality].filter { !$0.isEmpty }.joined(separator: ", "),
                    auditoriums: Wording.count(listings.auditoriumsOfTheater[index].count, "screen"))
            },
            pagination: pagination(of: url.theaters, page: number, pageCount: pages.count))
    }

    func theatersContext(_ number: Int) -> PageContext {
        PageContext(
            kind: .theaters, title: numbered("Theaters", number),
            description: numbered("Where \(context.name) shows its films.", number),
            canonical: url.absolute(url.page(number, of: url.theaters)))
    }

    func theaterPage(_ index: Int) -> TheaterPage {
        let days = Dictionary(grouping: listings.ofTheater[index]) { listings.local[$0].day }
        return TheaterPage(
            theater: TheaterFacts(
                theater: programme.theaters[index],
                rooms: listings.auditoriumsOfTheater[index].map { room in
                    let auditorium = programme.auditoriums[room]
                    let seats = programme.layouts[auditorium.layout].seats.seatCount
                    return .init(name: auditorium.name, seats: Wording.count(seats, "seat"))
                }),
            days: days.keys.sorted().prefix(Self.daysOfTheater).map {
                .init(day: day($0), movies: movieShowings(days[$0] ?? []))
            })
    }

    func theaterContext(_ index: Int) -> PageContext {
        let theater = programme.theaters[index]
        let place = theater.city.isEmpty ? theater.name : "\(theater.name), \(theater.city)"
        return PageContext(
            kind: .theater, title: place, description: "\(place): films, showtimes, prices and how to get there.",
            canonical: url.absolute(url.theater(theater.slug)))
    }
}
