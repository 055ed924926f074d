import Catalog
import Cinema
import Templating

/// Where seats of one showtime are chosen.
struct ShowtimePage: TemplateModel {
    /// What each ticket type costs in each price category.
    struct PriceRow: TemplateModel {
        let ticketType: String
        let amounts: [String]

        static let fields = Fields<PriceRow>(
            .text("ticketType") { $0.ticketType },
            .texts("amounts") { $0.amounts }
        )
    }

    /// The room in words, for those who do not see the plan.
    struct Room: TemplateModel {
        struct Row: TemplateModel {
            let label: String
            let seats: String
            let notes: String

            static let fields = Fields<Row>(
                .text("label") { $0.label },
                .text("seats") { $0.seats },
                .text("notes") { $0.notes }
            )
        }

        let picture: String
        let seats: String
        let rows: [Row]

        static let fields = Fields<Room>(
            .text("picture") { $0.picture },
            .text("seats") { $0.seats },
            .list("rows") { $0.rows }
        )
    }

    struct Place: TemplateModel {
        let link: Link
        let street: String
        let locality: String

        static let fields = Fields<Place>(
            .text("name") { $0.link.name },
            .text("href") { $0.link.href },
            .text("street") { $0.street },
            .text("locality") { $0.locality }
        )
    }

    let showing: ShowingPart
    let day: DayPart
    let movie: MovieCard
    let theater: Place
    let priceCategories: [String]
    let prices: [PriceRow]
    let room: Room
    /// JSON for the page's script.
    let data: String

    static let fields = Fields<ShowtimePage>(
        .object("showing") { $0.showing },
        .object("day") { $0.day },
        .object("movie") { $0.movie },
        .object("theater") { $0.theater },
        .texts("priceCategories") { $0.priceCategories },
        .list("prices") { $0.prices },
        .object("room") { $0.room },
        .text("data") { $0.data }
    )
}

extension Site {
    func showtimePage(_ index: Int) -> ShowtimePage {
        let showtime = programme.showtimes[index]
        let theater = programme.theater(of: showtime)
        let layout = programme.layouts[programme.auditoriums[showtime.auditorium].layout]
        let entries = showtime.priceList.map { programme.priceLists[$0].entries } ?? []
        let categories = entries.map(\.priceCategory).uniqued()
        let ticketTypes = entries.map(\.ticketType).uniqued()
        return ShowtimePage(
            showing: showing(index), day: day(listings.local[index].day), movie: card(showtime.movie),
            theater: .init(link: theaterLink(theater), street: theater.street, locality: theater.locality),
            priceCategories: categories.map(\.name),
            prices: ticketTypes.map { ticketType in
                .init(
                    ticketType: ticketType.name,
                    amounts: categories.map { category in
                        entries.first { $0.ticketType == ticketType && $0.priceCategory == category }?.price.description
                            ?? "–"
                    })
            },
            room: room(layout), data: showtimePageData(index, ticketTypes, categories).text)
    }

    private func room(_ layout: Layout) -> ShowtimePage.Room {
        .init(
            picture: layout.plan, seats: Wording.count(layout.seats.seatCount, "seat"),
            rows: layout.seats.rows.map { row in
                let numbers = Array(1...max(1, row.seats.count))
                func notes(_ name: String, _ belongs: (Seat) -> Bool) -> String? {
                    let some = zip(numbers, row.seats).filter { belongs($1) }.map(\.0)
                    return some.isEmpty ? nil : "\(name) \(Wording.ranges(some))"
                }
                let special = [
                    notes("wheelchair") { $0.kind == .wheelchair }, notes("companion") { $0.kind == .companion },
                    notes("premium") { $0.priceCategory == PriceCategory.premium },
                ]
                return .init(
                    label: row.label, seats: Wording.ranges(row.seats.isEmpty ? [] : numbers),
                    notes: special.compactMap(\.self).joined(separator: "; "))
            })
    }

    /// How many seats one hold may have.
    private static let maximumSeats = 10

    private func showtimePageData(_ index: Int, _ ticketTypes: [TicketType], _ categories: [PriceCategory]) -> JSON {
        let showtime = programme.showtimes[index]
        let movie = programme.movies[showtime.movie]
        let theater = programme.theater(of: showtime)
        return [
            "id": .string(showtime.id),
            "startsAt": .string(listings.local[index].starts.rfc3339),
            "endsAt": .string(listings.local[index].ends.rfc3339),
            "status": .string(showtime.status.rawValue),
            "layout": .string(url.layout(programme.layouts[programme.auditoriums[showtime.auditorium].layout].id)),
            "movie": ["title": .string(movie.title), "href": .string(url.movie(movie.slug))],
            "theater": ["name": .string(theater.name), "href": .string(url.theater(theater.slug))],
            "auditorium": .string(programme.auditoriums[showtime.auditorium].name),
            "maximumSeats": .number(Self.maximumSeats),
            "ticketTypes": .array(ticketTypes.map { ["code": .string($0.code), "name": .string($0.name)] }),
            "priceCategories": .array(categories.map { ["code": .string($0.code), "name": .string($0.name)] }),
            "prices": prices(of: showtime),
        ]
    }

    func showtimeContext(_ index: Int) -> PageContext {
        let showtime = programme.showtimes[index]
        let local = listings.local[index]
        let movie = programme.movies[showtime.movie]
        let theater = programme.theater(of: showtime)
        let when = "\(Wording.longDay(local.day)), \(local.starts.clock)"
        let room = programme.auditoriums[showtime.auditorium].name
        return PageContext(
            kind: .showtime, title: "\(movie.title): \(when), \(theater.name)",
            description: "Choose seats for \(movie.title) on \(when) at \(theater.name), \(room).",
            canonical: url.absolute(url.showtime(showtime.id)))
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it first stands.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
