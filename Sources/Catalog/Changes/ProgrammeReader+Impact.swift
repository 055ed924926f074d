package import Cinema
package import Foundation
import GRDB

/// A showtime by the rows that it belongs to.
package struct AffectedShowtime: Sendable {
    package let id: String
    package let movie: Int64
    package let auditorium: Int64
    package let startsAt: Date

    package init(id: String, movie: Int64, auditorium: Int64, startsAt: Date) {
        self.id = id
        self.movie = movie
        self.auditorium = auditorium
        self.startsAt = startsAt
    }
}

// What shows a row that was changed: the rows that name it, and those that it names.
extension ProgrammeReader {
    package func movies(ofGenre id: Int64) throws -> [Int64] {
        try ids("SELECT movie_id FROM movie_genre WHERE genre_id = ?", [id])
    }

    package func movies(creditedTo person: Int64) throws -> [Int64] {
        try ids("SELECT DISTINCT movie_id FROM credit WHERE person_id = ?", [person])
    }

    package func genres(ofMovie id: Int64) throws -> [Int64] {
        try ids("SELECT genre_id FROM movie_genre WHERE movie_id = ?", [id])
    }

    package func people(ofMovie id: Int64) throws -> [Int64] {
        try ids("SELECT DISTINCT person_id FROM credit WHERE movie_id = ?", [id])
    }

    package func theaters(withLayout id: String) throws -> [Int64] {
        try ids("SELECT DISTINCT theater_id FROM auditorium WHERE seat_layout_id = ?", [id])
    }

    /// - Returns: `nil` if the auditorium is no more.
    package func theater(ofAuditorium id: Int64) throws -> Theater? {
        try theaters(ids("SELECT theater_id FROM auditorium WHERE id = ?", [id])).first
    }

    // MARK: Showtimes

    /// What many showtimes have in common.
    package enum ShowtimeOwner: Sendable {
        case movie(Int64)
        case theater(Int64)
        case auditorium(Int64)
        case priceList(Int64)
    }

    /// The showtimes that are not over.
    package func showtimes(affectedBy owner: ShowtimeOwner) throws -> [AffectedShowtime] {
        let (condition, id) =
            switch owner {
            case .movie(let id): (Self.ofMovie, id)
            case .theater(let id): (Self.ofTheater, id)
            case .auditorium(let id): ("auditorium_id = ?", id)
            case .priceList(let id): ("price_list_id = ?", id)
            }
        return try affectedShowtimes("ends_at > ? AND \(condition)", [nowSeconds, id])
    }

    /// - Returns: `nil` if there is no such showtime, or if it is over.
    package func showtime(affected id: String) throws -> AffectedShowtime? {
        try affectedShowtimes("id = ? AND ends_at > ?", [id, nowSeconds]).first
    }

    /// The showtimes that begin after one instant, and not after the other.
    package func showtimes(beginningAfter start: Date, until end: Date) throws -> [AffectedShowtime] {
        try affectedShowtimes("starts_at > ? AND starts_at <= ?", [seconds(start), seconds(end)])
    }

    /// The showtimes that end after one instant, and not after the other.
    package func showtimes(endingAfter start: Date, until end: Date) throws -> [AffectedShowtime] {
        // No showtime is longer than a day.
        try affectedShowtimes(
            "starts_at > ?1 - 86400 AND starts_at <= ?2 AND ends_at > ?1 AND ends_at <= ?2",
            [seconds(start), seconds(end)])
    }

    /// Whether a movie has a showtime that begins after an instant and is none of some.
    package func hasShowtime(ofMovie id: Int64, after instant: Date, besides some: Set<String>) throws -> Bool {
        try hasShowtime(Self.ofMovie, [id], after: instant, besides: some)
    }

    /// Whether a theater has a showtime on a cinema day that begins after an instant and is none of some.
    package func hasShowtime(
        inTheater id: Int64, on day: CivilDate, after instant: Date, besides some: Set<String>
    ) throws -> Bool {
        guard let span = try theaters([id]).first.flatMap({ day.span(in: $0.timeZone) }) else { return false }
        return try hasShowtime(
            "\(Self.ofTheater) AND starts_at >= ? AND starts_at < ?", [id, span.lowerBound, span.upperBound],
            after: instant, besides: some)
    }

    private static let ofMovie = "movie_id = ?"
    private static let ofTheater = "auditorium_id IN (SELECT id FROM auditorium WHERE theater_id = ?)"

    private func hasShowtime(
        _ condition: String, _ arguments: StatementArguments, after instant: Date, besides some: Set<String>
    ) throws -> Bool {
        let ids = try String.fetchCursor(
            database.cachedStatement(sql: "SELECT id FROM showtime WHERE \(condition) AND starts_at > ?"),
            arguments: arguments + [seconds(instant)])
        while let id = try ids.next() {
            if !some.contains(id) { return true }
        }
        return false
    }

    private func affectedShowtimes(_ condition: String, _ arguments: StatementArguments) throws -> [AffectedShowtime] {
        var showtimes: [AffectedShowtime] = []
        try each("SELECT id, movie_id, auditorium_id, starts_at FROM showtime WHERE \(condition)", arguments) {
            showtimes.append(
                AffectedShowtime(
                    id: $0[0], movie: $0[1], auditorium: $0[2],
                    startsAt: Date(timeIntervalSince1970: TimeInterval($0[3] as Int64))))
        }
        return showtimes
    }

    private func seconds(_ instant: Date) -> Int64 { Int64(instant.timeIntervalSince1970.rounded(.down)) }
}
