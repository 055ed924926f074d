import Catalog
import Cinema
import Foundation

// The programme for programs: what stands here is part of the contract with them; fields may be added, none taken away.
extension Site {
    /// `/data/now-showing.json`: the movies that have a showtime ahead.
    func nowShowingData() -> JSON {
        [
            "movies": .array(
                listings.nowShowing.map { index in
                    let movie = programme.movies[index]
                    return ["slug": .string(movie.slug), "title": .string(movie.title), "year": number(movie.year)]
                })
        ]
    }

    /// `/data/movies/{slug}.json`
    func movieData(_ index: Int) -> JSON {
        let movie = programme.movies[index]
        return [
            "slug": .string(movie.slug),
            "title": .string(movie.title),
            "originalTitle": .string(movie.originalTitle),
            "year": number(movie.year),
            "releaseDate": movie.releaseDate.map { .string($0.iso) } ?? .null,
            "runtime": number(movie.runtime),
            "certificate": .string(movie.certificate),
            "synopsis": .string(movie.synopsis),
            "languages": .array(movie.languages.map { .string($0) }),
            "genres": .array(movie.genres.map { .string(programme.genres[$0].name) }),
            "cast": .array(
                movie.cast.map { role in
                    ["name": .string(programme.people[role.person].name), "character": .string(role.character)]
                }),
            "directors": .array(movie.directors.map { .string(programme.people[$0].name) }),
            "writers": .array(movie.writers.map { .string(programme.people[$0].name) }),
            "showtimes": .array(listings.ofMovie[index].map(showtimeData)),
        ]
    }

    /// `/data/theaters/{slug}.json`
    func theaterData(_ index: Int) -> JSON {
        let theater = programme.theaters[index]
        return [
            "slug": .string(theater.slug),
            "name": .string(theater.name),
            "timeZone": .string(theater.timeZone.identifier),
            "street": .string(theater.street),
            "postalCode": .string(theater.postalCode),
            "city": .string(theater.city),
            "region": .string(theater.region),
            "country": .string(theater.country),
            "latitude": theater.coordinates.map { .decimal($0.latitude) } ?? .null,
            "longitude": theater.coordinates.map { .decimal($0.longitude) } ?? .null,
            "auditoriums": .array(
                listings.auditoriumsOfTheater[index].map { room in
                    let auditorium = programme.auditoriums[room]
                    let layout = programme.layouts[auditorium.layout]
                    return [
                        "name": .string(auditorium.name), "layout": .string(layout.id),
                        "seats": .number(layout.seats.seatCount),
                    ]
                }),
            "showtimes": .array(listings.ofTheater[index].map(showtimeData)),
        ]
    }

    /// `/data/layouts/{id}.json`
    func layoutData(_ layout: Layout) -> JSON {
        [
            "id": .string(layout.id),
            "rows": .array(
                layout.seats.rows.map { row in
                    [
                        "label": .string(row.label),
                        "depth": .number(row.depth),
                        "seats": .array(
                            row.seats.map { seat in
                                [
                                    "label": .string(seat.label), "column": .number(seat.column),
                                    "kind": .string(seat.kind.rawValue), "priceCategory": .string(seat.priceCategory),
                                ]
                            }),
                    ]
                }),
        ]
    }

    private func showtimeData(_ index: Int) -> JSON {
        let showtime = programme.showtimes[index]
        let auditorium = programme.auditoriums[showtime.auditorium]
        return [
            "id": .string(showtime.id),
            "movie": .string(programme.movies[showtime.movie].slug),
            "startsAt": .string(listings.local[index].starts.rfc3339),
            "endsAt": .string(listings.local[index].ends.rfc3339),
            "theater": .string(programme.theaters[auditorium.theater].slug),
            "auditorium": .string(auditorium.name),
            "layout": .string(programme.layouts[auditorium.layout].id),
            "format": .string(showtime.format),
            "language": .string(showtime.language),
            "subtitles": .string(showtime.subtitles),
            "audioDescription": .bool(showtime.audioDescription),
            "captions": .bool(showtime.captions),
            "relaxed": .bool(showtime.relaxed),
            "status": .string(showtime.status.rawValue),
            "prices": prices(of: showtime),
        ]
    }

    func prices(of showtime: Showtime) -> JSON {
        let entries = showtime.priceList.map { programme.priceLists[$0].entries } ?? []
        return .array(
            entries.map { entry in
                [
                    "ticketType": .string(entry.ticketType.code),
                    "priceCategory": .string(entry.priceCategory.code),
                    "amount": .number(entry.price.amount),
                    "currency": .string(entry.price.currency.code),
                ]
            })
    }

    private func number(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }
}
