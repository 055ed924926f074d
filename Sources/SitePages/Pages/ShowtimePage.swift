import Catalog
import Cinema
import Foundation
import Templating
import Text
import Words

/// Where seats of one showtime are chosen.
struct ShowtimePage: TemplateModel {
    /// What each ticket type costs in each price category.
    struct PriceRow: TemplateModel {
        let ticketType: String
        let amounts: [String]

        static let fields = Fields<PriceRow>(
            .text("ticketType", \.ticketType),
            .texts("amounts", \.amounts)
        )
    }

    /// The room in words, for those who do not see the plan.
    struct Room: TemplateModel {
        struct Row: TemplateModel {
            let label: String
            let seats: String
            let notes: String

            static let fields = Fields<Row>(
                .text("label", \.label),
                .text("seats", \.seats),
                .text("notes", \.notes)
            )
        }

        /// Where scripts read it.
        let data: String
        let picture: String
        let seats: String
        let rows: [Row]

        static let fields = Fields<Room>(
            .text("data", \.data),
            .text("picture", \.picture),
            .text("seats", \.seats),
            .list("rows", \.rows)
        )
    }

    struct Place: TemplateModel {
        let link: Link
        let street: String
        let locality: String
        let address: String

        static let fields = Fields<Place>(
            .text("name", \.link.name),
            .text("href", \.link.href),
            .text("street", \.street),
            .text("locality", \.locality),
            .text("address", \.address)
        )
    }

    let showing: ShowingPart
    let day: DayLink
    let dayPage: Link?
    let movie: MovieCard
    let theater: Place
    let priceCategories: [String]
    let prices: [PriceRow]
    let room: Room
    /// JSON for the page's script.
    let data: String

    static let meaning = "Where seats of one showing are chosen."
    static let fields = Fields<ShowtimePage>(
        .object("showing", \.showing),
        .object("day", \.day),
        .object("dayPage", \.dayPage),
        .object("movie", \.movie),
        .object("theater", \.theater),
        .texts("priceCategories", \.priceCategories),
        .list("prices", \.prices),
        .object("room", \.room),
        .text("data", \.data)
    )
}

extension Site {
    func showtimePage(_ showtime: Showtime, _ room: ShowtimePage.Room) -> ShowtimePage {
        let theater = showtime.theater
        let parts = parts(of: theater)
        let prices = prices(of: showtime)
        let day = link(showtime.day)
        return ShowtimePage(
            showing: showing(showtime), day: day,
            dayPage: dayAddress(of: showtime).map { Link(name: day.name, href: $0) }, movie: card(showtime.movie),
            theater: .init(
                link: link(theater), street: theater.street, locality: parts.locality, address: parts.addressLine),
            priceCategories: prices.priceCategories.map(\.name), prices: prices.rows, room: room,
            data: showtimePageData(showtime, prices))
    }

    /// The page of a showtime's day; `nil` once it has begun, for it may have been the last of its day, and a day with
    /// nothing ahead has no page.
    func dayAddress(of showtime: Showtime) -> String? {
        showtime.startsAt > now ? url.day(showtime.day) : nil
    }

    func room(_ layout: Layout) -> ShowtimePage.Room {
        .init(
            data: url.layout(layout.id), picture: layout.plan, seats: words.seats.count(layout.seats.seatCount),
            rows: layout.seats.rows.map { row in
                let numbers = Array(1...max(1, row.seats.count))
                func notes(_ name: Phrase<String>, _ belongs: (Seat) -> Bool) -> String? {
                    let some = zip(numbers, row.seats).filter { belongs($1) }.map(\.0)
                    return some.isEmpty ? nil : name(Wording.ranges(some))
                }
                let special = [
                    notes(words.seats.wheelchair) { $0.kind == .wheelchair },
                    notes(words.seats.companion) { $0.kind == .companion },
                    notes(words.seats.premium) { $0.priceCategory == PriceCategory.premium },
                ]
                return .init(
                    label: row.label.text, seats: Wording.ranges(row.seats.isEmpty ? [] : numbers),
                    notes: special.compactMap(\.self).joined(separator: "; "))
            })
    }

    private func showtimePageData(_ showtime: Showtime, _ prices: PriceParts) -> String {
        let json = JSONWriter.object { json in
            json.member("id", showtime.id)
            json.member("startsAt", showtime.starts.rfc3339)
            json.member("endsAt", showtime.ends.rfc3339)
            json.member("when", words.time.moment(showtime.starts))
            json.member("status", showtime.status.rawValue)
            json.member("layout", url.layout(showtime.auditorium.layout))
            json.member("movie") { json in
                json.object { json in
                    json.member("title", showtime.movie.title)
                    json.member("href", url.movie(showtime.movie.slug))
                }
            }
            json.member("theater") { json in
                json.object { json in
                    json.member("name", showtime.theater.name)
                    json.member("href", url.theater(showtime.theater.slug))
                    json.member("address", parts(of: showtime.theater).addressLine)
                    json.member("timeZone", showtime.theater.timeZone.identifier)
                }
            }
            json.member("auditorium", showtime.auditorium.name)
            json.member("ticketTypes", json: prices.ticketTypeData)
            json.member("priceCategories", json: prices.priceCategoryData)
            json.member("prices", json: prices.data)
        }
        return String(decoding: json, as: UTF8.self)
    }

    func showtimeContext(_ showtime: Showtime) -> PageContext {
        let address = url.showtime(showtime.id)
        return PageContext(
            .showtime,
            title: words.seats.title(showtime.movie.title, words.time.moment(showtime.starts), place(of: showtime)),
            description: summary(of: showtime), canonical: url.absolute(address),
            image: sharedImage(of: showtime.movie), calendar: url.calendar(of: address),
            structuredData: structuredData(showtime))
    }

    /// One sentence that no other showing has.
    func summary(of showtime: Showtime) -> String {
        words.seats.description(showtime.movie.title, words.time.onMoment(showtime.starts), place(of: showtime))
    }

    private func place(of showtime: Showtime) -> String {
        "\(parts(of: showtime.theater).fullName), \(showtime.auditorium.name)"
    }
}
