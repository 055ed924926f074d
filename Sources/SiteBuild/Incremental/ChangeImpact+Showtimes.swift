import Catalog
import Cinema
import Foundation
import SitePages

extension ChangeImpact {
    /// Whatever shows one of these showtimes shows it anew.
    mutating func touch(_ owner: ProgrammeReader.ShowtimeOwner, _ cause: Cause) throws {
        for showtime in try reader.showtimes(affectedBy: owner) { try show(showtime, cause) }
    }

    /// It is another, begins or is over: lists that name what has a showtime ahead may be others too.
    mutating func follow(_ showtime: AffectedShowtime, _ cause: Cause) throws {
        presence.touch(showtime.id, showtime.movie, cause)
        try show(showtime, cause)
    }

    /// What a movie or a theater shows is told once, however many of its showtimes are others.
    private mutating func show(_ showtime: AffectedShowtime, _ cause: Cause) throws {
        plan.add(.showtime(showtime), cause)
        if shownMovies.insert(showtime.movie).inserted {
            plan.add(.movieShowings(showtime.movie, people: try reader.people(ofMovie: showtime.movie)), cause)
        }
        // That an auditorium is no more stands in the log, with its theater.
        guard let theater = try theater(ofAuditorium: showtime.auditorium) else { return }
        if shownTheaters.insert(theater.id).inserted { plan.add(.theaterShowings(theater.id), cause) }
        presence.show(on: LocalTime(showtime.startsAt, in: theater.timeZone).cinemaDay, theater.id, cause)
    }

    // MARK: The clock

    /// A showtime that begins leaves the lists; one that is over loses its page. A clock may also be put back.
    mutating func followClock(since then: Date) throws {
        let (from, to) = (min(then, reader.now), max(then, reader.now))
        guard from < to else { return }
        for showtime in try reader.showtimes(beginningAfter: from, until: to) {
            try follow(showtime, .clock("showtime '\(showtime.id)' begins or has begun"))
        }
        for showtime in try reader.showtimes(endingAfter: from, until: to) {
            try follow(showtime, .clock("showtime '\(showtime.id)' is over"))
        }
    }

    // MARK: Lists

    /// Where a movie or a theater may have got its only showtime or lost it, the lists are longer or shorter.
    mutating func followPresence(since then: Date) throws {
        let ahead = max(then, reader.now)
        for (movie, cause) in presence.movies {
            guard try !presence.isSure(ofMovie: movie, after: ahead, reader) else { continue }
            plan.add(.movieOnScreen(movie, genres: try reader.genres(ofMovie: movie)), cause)
        }
        for (attendance, cause) in presence.attendances {
            let isSure = try presence.isSure(of: attendance, after: ahead, reader)
            plan.add(
                isSure
                    ? .dayShowings(attendance.day, theater: attendance.theater) : .dayTheaters(attendance.day), cause)
        }
    }

    private mutating func theater(ofAuditorium id: Int64) throws -> Theater? {
        if let known = theaters[id] { return known }
        let theater = try reader.theater(ofAuditorium: id)
        theaters[id] = theater
        return theater
    }
}
