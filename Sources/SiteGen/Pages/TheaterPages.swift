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
            .text("name", \.link.name),
            .text("href", \.link.href),
            .text("city", \.city),
            .text("address", \.address),
            .text("auditoriums", \.auditoriums)
        )
    }

    let theaters: [Item]
    let pagination: Pagination?

    static let fields = Fields<TheatersPage>(
        .list("theaters", \.theaters),
        .object("pagination", \.pagination)
    )
}

struct TheaterPage: TemplateModel {
    let theater: TheaterFacts
    let days: [Day]

    /// What is on in a theater on one day.
    struct Day: TemplateModel {
        let day: DayLink
        let movies: [MovieShowings]

        static let fields = Fields<Day>(
            .object("day", \.day),
            .list("movies", \.movies)
        )
    }

    static let fields = Fields<TheaterPage>(
        .object("theater", \.theater),
        .flag("hasShowings") { !$0.days.isEmpty },
        .list("days", \.days)
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
    let rooms: [Room]

    static let fields = Fields<TheaterFacts>(
        .text("name", \.theater.name),
        .text("street", \.theater.street),
        .text("locality", \.theater.locality),
        .text("country") { Wording.country($0.theater.country) },
        .text("map", \.theater.map),
        .text("website") { Wording.webAddress($0.theater.website) },
        .text("phone", \.theater.phone),
        .text("description", \.theater.description),
        .list("auditoriums", \.rooms)
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
    /// A theater's page and its data show two weeks; what comes later is on the pages of the days and of the films.
    static let daysOfTheater = 14

    func theatersPage(
        _ theaters: [Theater], _ auditoriums: [Int64: [Auditorium]], page number: Int, of pageCount: Int
    ) -> TheatersPage {
        TheatersPage(
            theaters: theaters.map { theater in
                .init(
                    link: link(theater), city: theater.city,
                    address: [theater.street, theater.locality].filter { !$0.isEmpty }.joined(separator: ", "),
                    auditoriums: Wording.count(auditoriums[theater.id]?.count ?? 0, "screen"))
            },
            pagination: pagination(of: url.theaters, page: number, pageCount: pageCount))
    }

    func theatersContext(page number: Int) -> PageContext {
        PageContext(
            kind: .theaters, title: numbered("Theaters", number),
            description: numbered("Where \(context.name) shows its films.", number),
            canonical: url.absolute(url.page(number, of: url.theaters)))
    }

    /// - Parameter showtimes: of its next days, in order of start.
    func theaterPage(
        _ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout], _ showtimes: [Showtime]
    ) -> TheaterPage {
        let days = Dictionary(grouping: showtimes, by: \.day)
        return TheaterPage(
            theater: TheaterFacts(
                theater: theater,
                rooms: auditoriums.map { auditorium in
                    let seats = layouts[auditorium.layout]?.seats.seatCount ?? 0
                    return .init(name: auditorium.name, seats: Wording.count(seats, "seat"))
                }),
            days: days.keys.sorted().map {
                .init(day: link($0), movies: movieShowings(days[$0] ?? []))
            })
    }

    func theaterContext(
        _ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout], hasShowings: Bool
    ) -> PageContext {
        let name = theaterParts[theater, url].fullName
        let address = url.theater(theater.slug)
        return PageContext(
            kind: .theater, title: name, description: "\(name): films, showtimes, prices and how to get there.",
            canonical: url.absolute(address), calendar: hasShowings ? url.calendar(of: address) : "",
            structuredData: structuredData(theater, auditoriums, layouts))
    }
}
