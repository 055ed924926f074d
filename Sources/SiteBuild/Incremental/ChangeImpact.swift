import Catalog
import Cinema
import Foundation
import SitePages

/// Tells what is another in the programme by what was changed in the catalog, and by the clock: as events, to which each
/// kind of page answers which of its pages show that.
///
/// Each page that can differ is found; some that cannot are found as well, and are rendered in vain. What the rows
/// were before is known from the log, where it matters for where they were shown.
struct ChangeImpact {
    let reader: ProgrammeReader
    var plan = BuildPlan()
    private var followedMovies: Set<Int64> = []
    var shownMovies: Set<Int64> = []
    var shownTheaters: Set<Int64> = []
    var presence = ShowtimePresence()
    var theaters: [Int64: Theater] = [:]

    private init(_ reader: ProgrammeReader) {
        self.reader = reader
    }

    /// - Parameter then: the instant of the build before.
    /// - Returns: `nil` if everything has to be rendered.
    static func plan(
        _ changes: [CatalogChange], since then: Date, _ reader: ProgrammeReader
    ) throws -> BuildPlan? {
        guard !changes.contains(.everything) else { return nil }
        var impact = ChangeImpact(reader)
        for change in changes { try impact.follow(change) }
        try impact.followClock(since: then)
        try impact.followPresence(since: then)
        if let cause = impact.plan.aCause { impact.plan.add(.anything, cause) }
        return impact.plan
    }

    private mutating func follow(_ change: CatalogChange) throws {
        switch change {
        case .everything: break
        case .movie(let id, let slug):
            depart(.movie, slug, .movie(id))
            try follow(movie: id, .movie(id))
        case .movieGenre(let movie, let genre):
            plan.add(.genreMovies(genre), .movie(movie))
            try follow(movie: movie, .movie(movie))
        case .credit(let movie, let person):
            plan.add(.personMovies(person), .movie(movie))
            try follow(movie: movie, .movie(movie))
        case .genre(let id, let slug):
            depart(.genre, slug, .genre(id))
            plan.add(.genre(id), .genre(id))
            for movie in try reader.movies(ofGenre: id) { try follow(movie: movie, .genre(id)) }
        case .person(let id, let slug):
            depart(.person, slug, .person(id))
            plan.add(.person(id, movies: try reader.movies(creditedTo: id)), .person(id))
        case .theater(let id, let slug):
            depart(.theater, slug, .theater(id))
            try follow(theater: id, .theater(id))
        case .auditorium(let id, let theater):
            try follow(theater: theater, .theater(theater))
            try touch(.auditorium(id), .theater(theater))
        case .layout(let id):
            plan.add(.layout(id), .layout(id))
            for theater in try reader.theaters(withLayout: id) { try follow(theater: theater, .layout(id)) }
        case .priceList(let id):
            try touch(.priceList(id), .priceList(id))
        case .showtime(let id, let movie, let auditorium, let startsAt):
            let instant = Date(timeIntervalSince1970: TimeInterval(startsAt))
            try follow(
                AffectedShowtime(id: id, movie: movie, auditorium: auditorium, startsAt: instant), .showtime(id))
        case .showtimeDates(let id):
            if let showtime = try reader.showtime(affected: id) { try follow(showtime, .showtime(id)) }
        }
    }

    /// - Parameter slug: `nil` where it cannot have been another.
    private mutating func depart(_ kind: Slugged, _ slug: String?, _ cause: Cause) {
        guard let slug else { return }
        plan.add(DepartedSlug(kind: kind, slug: slug), cause)
    }

    private mutating func follow(movie: Int64, _ cause: Cause) throws {
        guard followedMovies.insert(movie).inserted else { return }
        plan.add(
            .movie(movie, genres: try reader.genres(ofMovie: movie), people: try reader.people(ofMovie: movie)), cause)
        try touch(.movie(movie), cause)
    }

    private mutating func follow(theater: Int64, _ cause: Cause) throws {
        plan.add(.theater(theater), cause)
        try touch(.theater(theater), cause)
    }
}
