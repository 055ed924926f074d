import Cinema
package import Foundation
import GRDB

extension Catalog {
    /// Reads the whole programme in one transaction.
    ///
    /// - Parameter now: showtimes that are over by then are left out.
    /// - Throws: ``CatalogError``; ``CatalogContentError`` for a row that an editor got wrong.
    package func programme(at now: Date) throws -> Programme {
        try read { try ProgrammeLoader(database: $0).load(now) }
    }
}

/// A row of the catalog that cannot be shown.
package struct CatalogContentError: Error, CustomStringConvertible {
    package let row: String
    package let reason: String

    package var description: String { "the catalog's \(row) cannot be used: \(reason)" }
}

private struct ProgrammeLoader {
    let database: Database

    func load(_ now: Date) throws -> Programme {
        let genres = try Table<Genre, Int64>(database, "SELECT id, slug, name FROM genre ORDER BY slug") {
            Genre(slug: $0[1], name: $0[2])
        }
        let people = try Table<Person, Int64>(database, "SELECT id, slug, name FROM person ORDER BY slug") {
            Person(slug: $0[1], name: $0[2])
        }
        let movies = try movies(genres: genres, people: people)
        let theaters = try Table<Theater, Int64>(database, theaterQuery, theater)
        let layouts = try Table<Layout, String>(database, "SELECT id, plan FROM seat_layout ORDER BY id", layout)
        let auditoriums = try Table<Auditorium, Int64>(
            database, "SELECT id, theater_id, name, seat_layout_id FROM auditorium ORDER BY theater_id, position, id"
        ) {
            Auditorium(theater: theaters.place[$0[1]] ?? 0, name: $0[2], layout: layouts.place[$0[3]] ?? 0)
        }
        let priceLists = try Table<PriceList, Int64>(database, "SELECT id FROM price_list ORDER BY id") {
            try database.priceList($0[0])
        }
        let showtimes = try Row.fetchCursor(
            database, sql: showtimeQuery, arguments: [Int(now.timeIntervalSince1970.rounded(.down))])
        return Programme(
            name: try String.fetchOne(database, sql: "SELECT name FROM cinema"),
            movies: movies.rows, genres: genres.rows, people: people.rows, theaters: theaters.rows,
            auditoriums: auditoriums.rows, layouts: layouts.rows, priceLists: priceLists.rows,
            showtimes: try Array(
                showtimes.map { row in
                    Showtime(
                        id: row[0], movie: movies.place[row[1]] ?? 0, auditorium: auditoriums.place[row[2]] ?? 0,
                        priceList: (row[3] as Int64?).flatMap { priceLists.place[$0] },
                        startsAt: Date(timeIntervalSince1970: row[4]), endsAt: Date(timeIntervalSince1970: row[5]),
                        format: row[6], language: row[7], subtitles: row[8], audioDescription: row[9],
                        captions: row[10], relaxed: row[11],
                        status: ShowtimeStatus(rawValue: row[12]) ?? .cancelled)
                }))
    }

    private let showtimeQuery = """
        SELECT id, movie_id, auditorium_id, price_list_id, starts_at, ends_at, format, language, subtitles,
               audio_description, captions, relaxed, status
        FROM showtime WHERE ends_at > ? ORDER BY starts_at, id
        """

    private let theaterQuery = """
        SELECT id, slug, name, time_zone, street, postal_code, city, region, country, latitude, longitude, website,
               phone, description
        FROM theater ORDER BY slug
        """

    private func theater(_ row: Row) throws -> Theater {
        let zone: String = row[3]
        guard let timeZone = TimeZone(identifier: zone) else {
            throw CatalogContentError(
                row: "theater '\(row[2] as String)'", reason: "'\(zone)' is no IANA time zone such as Europe/Paris")
        }
        let latitude: Double? = row[9]
        let longitude: Double? = row[10]
        return Theater(
            slug: row[1], name: row[2], timeZone: timeZone, street: row[4], postalCode: row[5], city: row[6],
            region: row[7], country: row[8],
            coordinates: latitude.flatMap { latitude in
                longitude.map { Coordinates(latitude: latitude, longitude: $0) }
            },
            website: row[11], phone: row[12], description: row[13])
    }

    private func layout(_ row: Row) throws -> Layout {
        do {
            return Layout(id: row[0], plan: row[1], seats: try SeatPlan.layout(of: row[1]))
        } catch {
            throw CatalogContentError(
                row: "seat layout '\(row[0] as String)'", reason: "line \(error.line): \(error.message)")
        }
    }

    private func movies(genres: Table<Genre, Int64>, people: Table<Person, Int64>) throws -> Table<Movie, Int64> {
        var movies = try Table<Movie, Int64>(
            database,
            """
            SELECT id, slug, title, original_title, year, release_date, runtime, certificate, synopsis, poster,
                   poster_width, poster_height, trailer
            FROM movie ORDER BY slug
            """
        ) { row in
            let title: String = row[2]
            let originalTitle: String = row[3]
            let poster: String = row[9]
            return Movie(
                slug: row[1], title: title, originalTitle: originalTitle == title ? "" : originalTitle, year: row[4],
                releaseDate: (row[5] as String?).flatMap { CivilDate(iso: $0) }, runtime: row[6], certificate: row[7],
                synopsis: row[8],
                poster: poster.isEmpty ? nil : Poster(location: poster, width: row[10], height: row[11]),
                trailer: row[12])
        }
        try movies.each("SELECT movie_id, language FROM movie_language ORDER BY movie_id, position") { movie, row in
            movie.languages.append(row[1])
        }
        try movies.each("SELECT movie_id, genre_id FROM movie_genre ORDER BY movie_id, position") { movie, row in
            if let genre = genres.place[row[1]] { movie.genres.append(genre) }
        }
        let credits = "SELECT movie_id, person_id, role, character FROM credit ORDER BY movie_id, role, position"
        try movies.each(credits) { movie, row in
            guard let person = people.place[row[1]] else { return }
            switch row[2] as String {
            case "actor": movie.cast.append(Movie.Role(person: person, character: row[3]))
            case "director": movie.directors.append(person)
            default: movie.writers.append(person)
            }
        }
        return movies
    }
}

/// The rows of a query, and where among them each id stands.
private struct Table<Element, ID: Hashable & DatabaseValueConvertible & StatementColumnConvertible> {
    private(set) var rows: [Element] = []
    private(set) var place: [ID: Int] = [:]
    private let database: Database

    /// - Parameter query: its first column is the id.
    init(_ database: Database, _ query: String, _ element: (Row) throws -> Element) throws {
        self.database = database
        let cursor = try Row.fetchCursor(database, sql: query)
        while let row = try cursor.next() {
            place[row[0]] = rows.count
            rows.append(try element(row))
        }
    }

    /// Completes the rows with those of another table, whose first column names one of these.
    mutating func each(_ query: String, _ body: (inout Element, Row) -> Void) throws {
        let cursor = try Row.fetchCursor(database, sql: query)
        while let row = try cursor.next() {
            if let index = place[row[0]] { body(&rows[index], row) }
        }
    }
}
