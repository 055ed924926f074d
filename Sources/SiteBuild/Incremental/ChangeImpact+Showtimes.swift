import Catalog
import Cinema
import Foundation
import GRDB
import SitePages

extension ChangeImpact {
    /// Whatever shows one of these showtimes shows it anew.
    mutating func touch(_ condition: String, _ argument: Int64, _ cause: Cause) throws {
        for row in try showtimes("ends_at > ? AND \(condition)", [seconds(reader.now), argument]) {
            try show(row[0], row[1], row[2], row[3], cause)
        }
    }

    mutating func show(
        _ id: String, _ movie: Int64, _ auditorium: Int64, _ startsAt: Int64, _ cause: Cause
    ) throws {
        plan.add(.showtime(id), cause)
        plan.add(.movie(movie), cause)
        plan.add(.home, cause)
        try followPeople(of: movie, cause)
        plan.add(.searchedShowtimes, cause)
        // That an auditorium is no more stands in the log, with its theater.
        guard let theater = try theater(ofAuditorium: auditorium) else { return }
        plan.add(.theater(theater.id), cause)
        let instant = Date(timeIntervalSince1970: TimeInterval(startsAt))
        presence.show(on: LocalTime(instant, in: theater.timeZone).cinemaDay, theater.id, cause)
    }

    /// Their pages have the next showtimes of their films.
    mutating func followPeople(of movie: Int64, _ cause: Cause) throws {
        guard moviesWithPeople.insert(movie).inserted else { return }
        for person in try ids("SELECT DISTINCT person_id FROM credit WHERE movie_id = ?", movie) {
            plan.add(.person(person), cause)
        }
    }

    // MARK: The clock

    /// A showtime that begins leaves the lists; one that is over loses its page. A clock may also be put back.
    mutating func followClock(since then: Date) throws {
        let (from, to) = (min(seconds(then), seconds(reader.now)), max(seconds(then), seconds(reader.now)))
        guard from < to else { return }
        for row in try showtimes("starts_at > ? AND starts_at <= ?", [from, to]) {
            try follow(row, .clock("showtime '\(row[0] as String)' begins or has begun"))
        }
        // No showtime is longer than a day.
        let ending = "starts_at > ?1 - 86400 AND starts_at <= ?2 AND ends_at > ?1 AND ends_at <= ?2"
        for row in try showtimes(ending, [from, to]) {
            try follow(row, .clock("showtime '\(row[0] as String)' is over"))
        }
    }

    mutating func follow(_ row: Row, _ cause: Cause) throws {
        presence.touch(row[0], row[1], cause)
        try show(row[0], row[1], row[2], row[3], cause)
    }

    // MARK: Lists

    /// Where a movie or a theater may have got its only showtime or lost it, the lists are longer or shorter.
    mutating func followPresence(since then: Date) throws {
        let ahead = max(seconds(then), seconds(reader.now))
        for (movie, cause) in presence.movies {
            guard try !presence.isSure("movie_id = ?", [movie], after: ahead, in: database) else { continue }
            plan.add(.movieList, cause)
            plan.add(.nowShowing, cause)
            plan.add(.feed, cause)
            for genre in try ids("SELECT genre_id FROM movie_genre WHERE movie_id = ?", movie) {
                plan.add(.genre(genre), cause)
            }
        }
        for (attendance, cause) in presence.attendances {
            let (day, theater) = (attendance.day, attendance.theater)
            let span = try reader.theaters([theater]).first.flatMap { day.span(in: $0.timeZone) }
            let isSure =
                try span.map { span in
                    try presence.isSure(
                        """
                        auditorium_id IN (SELECT id FROM auditorium WHERE theater_id = ?) AND starts_at >= ?
                        AND starts_at < ?
                        """, [theater, span.lowerBound, span.upperBound], after: ahead, in: database)
                } ?? false
            plan.add(isSure ? .dayOfTheater(day, theater) : .day(day), cause)
        }
    }

    // MARK: Rows

    func showtimes(_ condition: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT id, movie_id, auditorium_id, starts_at FROM showtime WHERE \(condition)"),
            arguments: arguments)
    }

    func ids(_ sql: String, _ argument: Int64) throws -> [Int64] {
        try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [argument])
    }

    mutating func theater(ofAuditorium id: Int64) throws -> Theater? {
        if let known = theaters[id] { return known }
        let theater = try reader.theaters(ids("SELECT theater_id FROM auditorium WHERE id = ?", id)).first
        theaters[id] = theater
        return theater
    }
}

func seconds(_ instant: Date) -> Int64 { Int64(instant.timeIntervalSince1970.rounded(.down)) }
