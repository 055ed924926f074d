package import Cinema
package import Foundation
import GRDB

// Days and the clock.
extension ProgrammeReader {
    /// The cinema day at this moment, where the cinema's first theater is.
    package func today() throws -> CivilDate { LocalTime(now, in: try homeZone()).cinemaDay }

    /// When ``today()`` will be another day.
    package func todayEnds() throws -> Date {
        let tomorrow = try today().adding(days: 1)
        return Date(tomorrow, hour: LocalTime.cinemaDayBegins, minute: 0, in: try homeZone()) ?? now + 3_600
    }

    private func homeZone() throws -> TimeZone {
        let zone = try String.fetchOne(database, sql: "SELECT time_zone FROM theater ORDER BY slug LIMIT 1")
        return zone.flatMap { TimeZone(identifier: $0) } ?? .gmt
    }

    /// The cinema days that have a showtime ahead, in order.
    ///
    /// - Throws: ``CatalogContentError`` for a showtime in no year that anything can be shown in.
    package func days() throws -> [CivilDate] {
        try requireStartsWithinSpan()
        let last = try Int.fetchOne(database, sql: "SELECT max(starts_at) FROM showtime")
        let zones = try zones()
        guard let last, let lastDay = zones.map({ cinemaDay(last, $0) }).max(),
            let firstDay = zones.map({ cinemaDay(Int(nowSeconds), $0) }).min()
        else { return [] }
        var days: [CivilDate] = []
        var day = firstDay
        while day <= lastDay {
            if try zones.contains(where: { try hasShowtimes(on: day, $0) }) {
                days.append(day)
                day = day.adding(days: 1)
            } else {
                day = try max(day.adding(days: 1), nextDay(after: day, zones) ?? lastDay.adding(days: 1))
            }
        }
        return days
    }

    private func requireStartsWithinSpan() throws {
        for (side, bound) in [("<", showtimeSpan.lowerBound), (">", showtimeSpan.upperBound)] {
            let id = try String.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM showtime WHERE starts_at \(side) ? LIMIT 1"),
                arguments: [bound])
            if let id { throw CatalogContentError(row: "showtime '\(id)'", reason: outsideOfSpan) }
        }
    }

    /// The theaters that have a showtime ahead on a cinema day, in order of slug.
    package func theaters(on day: CivilDate) throws -> [Int64] {
        var theaters: [(slug: String, id: Int64)] = []
        for zone in try zones() {
            guard let span = span(of: day, in: zone.clocks) else { continue }
            try each(
                """
                SELECT slug, id FROM theater WHERE time_zone = ? AND EXISTS (
                    SELECT 1 FROM auditorium CROSS JOIN showtime ON auditorium_id = auditorium.id
                    WHERE theater_id = theater.id AND starts_at >= ? AND starts_at < ?)
                """, [zone.name, span.lowerBound, span.upperBound]
            ) { theaters.append(($0[0], $0[1])) }
        }
        return theaters.sorted { $0.slug < $1.slug }.map(\.id)
    }

    /// The first movies, in order of slug, that have a showtime ahead on a cinema day.
    package func movies(on day: CivilDate, limit: Int) throws -> [Int64] {
        let (isOnDay, arguments) = try isOn(day)
        return try ids("SELECT id FROM movie WHERE \(isOnDay) ORDER BY slug LIMIT \(limit)", arguments)
    }

    /// The first of ``moviesShowingFirst(genre:)`` that have no showtime ahead on a cinema day.
    package func moviesShowingFirst(notOn day: CivilDate?, limit: Int) throws -> [Int64] {
        let (isOnDay, arguments) = try day.map(isOn) ?? ("0", [])
        func movies(_ isNot: String, limit: Int) throws -> [Int64] {
            try ids(
                """
                SELECT id FROM movie
                WHERE \(isNot) EXISTS (SELECT 1 FROM showtime WHERE movie_id = movie.id AND starts_at > ?)
                  AND NOT \(isOnDay) ORDER BY slug LIMIT \(limit)
                """, [nowSeconds] + arguments)
        }
        let showing = try movies("", limit: limit)
        // To look through all movies for those that are not shown takes long, and is seldom needed.
        return showing.count < limit ? showing + (try movies("NOT", limit: limit - showing.count)) : showing
    }

    /// A condition on a movie.
    private func isOn(_ day: CivilDate) throws -> (sql: String, arguments: StatementArguments) {
        let spans = try zones().compactMap { zone in span(of: day, in: zone.clocks).map { (zone.name, $0) } }
        let inZone = spans.map { _ in "(time_zone = ? AND starts_at >= ? AND starts_at < ?)" }
        let sql = """
            EXISTS (
                SELECT 1 FROM showtime CROSS JOIN auditorium ON auditorium.id = auditorium_id
                CROSS JOIN theater ON theater.id = theater_id
                WHERE movie_id = movie.id AND starts_at BETWEEN ? AND ?
                  AND (\(inZone.isEmpty ? "0" : inZone.joined(separator: " OR "))))
            """
        let arguments = spans.reduce(
            into: [day.longestSpan.lowerBound, day.longestSpan.upperBound] as StatementArguments
        ) { $0 += [$1.0, $1.1.lowerBound, $1.1.upperBound] }
        return (sql, arguments)
    }

    private func zones() throws -> [TheaterZone] {
        try String.fetchAll(database, sql: "SELECT DISTINCT time_zone FROM theater ORDER BY time_zone")
            .compactMap { name in TimeZone(identifier: name).map { TheaterZone(name: name, clocks: $0) } }
    }

    private func cinemaDay(_ seconds: Int, _ zone: TheaterZone) -> CivilDate {
        LocalTime(Date(timeIntervalSince1970: TimeInterval(seconds)), in: zone.clocks).cinemaDay
    }

    /// What of a cinema day in a zone is still ahead, in seconds since 1970; `nil` if nothing is.
    private func span(of day: CivilDate, in zone: TimeZone) -> Range<Int64>? {
        guard let span = day.span(in: zone), span.upperBound > nowSeconds + 1 else { return nil }
        return max(span.lowerBound, nowSeconds + 1)..<span.upperBound
    }

    /// Goes by the rooms of the zone's theaters: a zone of few theaters is quickly asked, and in one of many the first
    /// rooms know.
    private func hasShowtimes(on day: CivilDate, _ zone: TheaterZone) throws -> Bool {
        guard let span = span(of: day, in: zone.clocks) else { return false }
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM theater CROSS JOIN auditorium ON theater_id = theater.id
                        CROSS JOIN showtime ON auditorium_id = auditorium.id
                        WHERE time_zone = ? AND starts_at >= ? AND starts_at < ?)
                    """),
            arguments: [zone.name, span.lowerBound, span.upperBound]) ?? false
    }

    /// The first day that can have showtimes after a day that has none: one may be announced years ahead.
    private func nextDay(after day: CivilDate, _ zones: [TheaterZone]) throws -> CivilDate? {
        let next = try Int.fetchOne(
            database, sql: "SELECT min(starts_at) FROM showtime WHERE starts_at > ?",
            arguments: [max(Int(nowSeconds), day.longestSpan.lowerBound)])
        return next.flatMap { next in zones.map { cinemaDay(next, $0) }.min() }
    }

    /// The next instant at which something that pages show is different, though nothing in the catalog is: a showing
    /// begins or is over, or today becomes another day.
    package func nextChange() throws -> Date {
        let next = try Int.fetchOne(
            database,
            sql: """
                SELECT min(instant) FROM (
                    SELECT min(starts_at) AS instant FROM showtime WHERE starts_at > ?1
                    UNION ALL SELECT min(ends_at) FROM showtime WHERE starts_at > ?1 - 86400 AND starts_at <= ?1 AND ends_at > ?1)
                """,
            arguments: [nowSeconds])
        let showing = next.map { Date(timeIntervalSince1970: TimeInterval($0)) }
        return min(showing ?? .distantFuture, try todayEnds())
    }
}

/// A time zone by the name that the catalog has for it: the system calls some zones by another one, UTC for example.
private struct TheaterZone {
    let name: String
    let clocks: TimeZone
}

extension CivilDate {
    /// This cinema day in a zone, in seconds since 1970; `nil` if there is nothing of it.
    package func span(in zone: TimeZone) -> Range<Int64>? {
        guard let start = beginning(in: zone), let end = adding(days: 1).beginning(in: zone), start < end else {
            return nil
        }
        return Int64(start.timeIntervalSince1970)..<Int64(end.timeIntervalSince1970)
    }

    /// The hour at which cinema days begin; where the clocks skip it, the moment at which they do.
    private func beginning(in zone: TimeZone) -> Date? {
        let hour = LocalTime.cinemaDayBegins
        if let start = Date(self, hour: hour, minute: 0, in: zone) { return start }
        // No clock is further from Greenwich than this.
        let before = TimeInterval(daysSinceEpoch * 86_400 + (hour - 26) * 3_600)
        return zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: before))
    }
}
