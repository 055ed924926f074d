package import Cinema
import Foundation
import GRDB

extension ProgrammeReader {
    /// Those of the ids that are in the programme and not over, in the order of the ids.
    package func showtimes(_ ids: some Collection<String>) throws -> [Showtime] {
        let showtimes = try showtimes(
            where: "id IN (SELECT value FROM json_each(?)) AND ends_at > ?", [list(ids), nowSeconds])
        let byID = Dictionary(showtimes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }

    /// The showtimes ahead of each of these movies, in order of start.
    package func showtimes(of movies: [Movie]) throws -> [Int64: [Showtime]] {
        let showtimes = try showtimes(
            where: "movie_id IN (SELECT value FROM json_each(?)) AND starts_at > ?",
            [list(movies.lazy.map(\.id)), nowSeconds], movies)
        return Dictionary(grouping: showtimes, by: \.movie.id)
    }

    /// The showtimes ahead of these movies on one cinema day, in order of start.
    package func showtimes(of movies: [Movie], on day: CivilDate) throws -> [Showtime] {
        let span = day.longestSpan
        let showtimes = try showtimes(
            where: "movie_id IN (SELECT value FROM json_each(?)) AND starts_at > ? AND starts_at BETWEEN ? AND ?",
            [list(movies.lazy.map(\.id)), nowSeconds, span.lowerBound, span.upperBound], movies)
        return showtimes.filter { $0.day == day }
    }

    /// Whether these movies have more than so many showtimes ahead around a cinema day: the nights before and after it
    /// count too, since to tell them apart would be to read them all.
    package func hasShowtimes(moreThan limit: Int, of movies: [Movie], around day: CivilDate) throws -> Bool {
        let span = day.longestSpan
        let count = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count(*) FROM (
                        SELECT 1 FROM showtime WHERE movie_id IN (SELECT value FROM json_each(?)) AND starts_at > ?
                          AND starts_at BETWEEN ? AND ? LIMIT ?)
                    """),
            arguments: [list(movies.lazy.map(\.id)), nowSeconds, span.lowerBound, span.upperBound, limit + 1])
        return (count ?? 0) > limit
    }

    /// The next so many showtimes of each of these movies, in order of start.
    package func nextShowtimes(of movies: [Movie], limit: Int) throws -> [Showtime] {
        let ids = try movies.flatMap { movie in
            try String.fetchAll(
                database.cachedStatement(
                    sql: "SELECT id FROM showtime WHERE movie_id = ? AND starts_at > ? ORDER BY starts_at, id LIMIT ?"),
                arguments: [movie.id, nowSeconds, limit])
        }
        guard !ids.isEmpty else { return [] }
        return try showtimes(where: "id IN (SELECT value FROM json_each(?))", [list(ids)], movies)
    }

    /// The showtimes ahead of each of these theaters, in order of start.
    package func showtimes(ofTheaters ids: some Collection<Int64>) throws -> [Int64: [Showtime]] {
        let showtimes = try showtimes(where: "\(ofTheaters) AND starts_at > ?", [list(ids), nowSeconds])
        return Dictionary(grouping: showtimes, by: \.theater.id)
    }

    /// The showtimes ahead of each of these theaters on one cinema day, in order of start.
    package func showtimes(ofTheaters ids: some Collection<Int64>, on day: CivilDate) throws -> [Int64: [Showtime]] {
        let span = day.longestSpan
        let showtimes = try showtimes(
            where: "\(ofTheaters) AND starts_at > ? AND starts_at BETWEEN ? AND ?",
            [list(ids), nowSeconds, span.lowerBound, span.upperBound])
        return Dictionary(grouping: showtimes.filter { $0.day == day }, by: \.theater.id)
    }

    private var ofTheaters: String {
        "auditorium_id IN (SELECT id FROM auditorium WHERE theater_id IN (SELECT value FROM json_each(?)))"
    }

    /// In order of start, then id. A showtime whose movie or auditorium is missing is nowhere.
    ///
    /// - Parameter known: movies that need not be read.
    private func showtimes(
        where condition: String, _ arguments: StatementArguments, _ known: [Movie] = []
    ) throws -> [Showtime] {
        var rows: [ShowtimeRow] = []
        try each(
            """
            SELECT id, movie_id, auditorium_id, price_list_id, starts_at, ends_at, format, language, subtitles,
                   audio_description, captions, relaxed, status
            FROM showtime WHERE \(condition) ORDER BY starts_at, id
            """, arguments
        ) { rows.append(try ShowtimeRow($0)) }
        var movies = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for movie in try self.movies(Set(rows.map(\.movie)).subtracting(movies.keys)) { movies[movie.id] = movie }
        try loadAuditoriums(Set(rows.map(\.auditorium)))
        return try rows.compactMap { row in
            guard let movie = movies[row.movie], let auditorium = auditoriumsByID[row.auditorium] else { return nil }
            trace?.note(row.id, from: row.starts, to: row.ends)
            let zone = auditorium.theater.timeZone
            return Showtime(
                id: row.id, movie: movie, auditorium: auditorium, prices: try row.priceList.map(prices),
                startsAt: Date(timeIntervalSince1970: TimeInterval(row.starts)),
                starts: localTime(row.starts, in: zone), ends: localTime(row.ends, in: zone),
                format: row.format, language: row.language, subtitles: row.subtitles,
                audioDescription: row.audioDescription, captions: row.captions, relaxed: row.relaxed,
                status: row.status)
        }
    }

    private func prices(_ id: Int64) throws -> Prices {
        if let known = pricesByID[id] { return known }
        let prices = Prices(id, try database.priceList(id))
        pricesByID[id] = prices
        return prices
    }

    /// Asking a time zone takes longer than all else that is done for a showtime, and the answer seldom changes.
    func localTime(_ seconds: Int, in zone: TimeZone) -> LocalTime {
        if let known = zoneOffsets[zone.identifier], known.range.contains(seconds) {
            return LocalTime(secondsSinceEpoch: seconds, offset: known.offset)
        }
        let offset = ZoneOffset(at: seconds, in: zone)
        zoneOffsets[zone.identifier] = offset
        return LocalTime(secondsSinceEpoch: seconds, offset: offset.offset)
    }
}

/// A showtime as its table has it.
private struct ShowtimeRow {
    let id: String
    let movie: Int64
    let auditorium: Int64
    let priceList: Int64?
    let starts: Int
    let ends: Int
    let format: String
    let language: String
    let subtitles: String
    let audioDescription: Bool
    let captions: Bool
    let relaxed: Bool
    let status: ShowtimeStatus

    /// - Throws: ``CatalogContentError``
    init(_ row: Row) throws {
        id = row[0]
        movie = row[1]
        auditorium = row[2]
        priceList = row[3]
        starts = row[4]
        ends = row[5]
        guard showtimeSpan.contains(Int64(starts)), showtimeSpan.contains(Int64(ends)) else {
            throw CatalogContentError(row: "showtime '\(id)'", reason: outsideOfSpan)
        }
        format = row[6]
        language = row[7]
        subtitles = row[8]
        audioDescription = row[9]
        captions = row[10]
        relaxed = row[11]
        status = ShowtimeStatus(rawValue: row[12]) ?? .cancelled
    }
}

/// How far a zone's clocks are from Greenwich, and for which instants that is so.
struct ZoneOffset {
    let range: Range<Int>
    let offset: Int

    init(at seconds: Int, in zone: TimeZone) {
        let instant = Date(timeIntervalSince1970: TimeInterval(seconds))
        let change = zone.nextDaylightSavingTimeTransition(after: instant)?.timeIntervalSince1970
        range = seconds..<max(seconds + 1, change.map { Int($0.rounded(.down)) } ?? .max)
        offset = zone.secondsFromGMT(for: instant)
    }
}

extension CivilDate {
    /// All instants that belong to this cinema day in some time zone, in seconds since 1970.
    var longestSpan: ClosedRange<Int> {
        let start = daysSinceEpoch * 86_400 + LocalTime.cinemaDayBegins * 3_600
        return start - 14 * 3_600...start + (24 + 12) * 3_600
    }
}
