import Cinema
import Foundation
import GRDB

/// What a film is searched by.
package struct SearchedMovie: Sendable {
    package let slug: String
    package let title: String
    /// Empty if it does not differ from `title`.
    package let originalTitle: String
    package let year: Int?
    /// Ids, in the order in which the film names its genres.
    package let genres: [Int64]
    /// The names of directors, then of actors, each once.
    package let people: [String]
}

/// A film with a showtime ahead that is not cancelled.
package struct ShownMovie: Sendable {
    package let slug: String
    package let title: String
    package let year: Int?
    package let genres: [Int64]
    package let versions: [ShownVersion]
}

/// One way in which a film is shown, and when.
package struct ShownVersion: Sendable {
    package let format: String
    package let language: String
    package let subtitles: String
    /// 1 for audio description, 2 for captions and 4 for relaxed, added up.
    package let accessibility: Int
    /// Cinema days since 1970 in order, each once.
    package internal(set) var days: [Int]

    fileprivate func isSame(as other: ShownVersion) -> Bool {
        (format, language, subtitles, accessibility)
            == (other.format, other.language, other.subtitles, other.accessibility)
    }
}

extension ProgrammeReader {
    /// All movies in order of id. Goes once through each table: that is much faster than asking for movies one by one.
    package func eachSearchedMovie(_ body: (SearchedMovie) throws -> Void) throws {
        let names = try names()
        let credits = try Row.fetchCursor(
            database, sql: "SELECT movie_id, role, person_id FROM credit ORDER BY movie_id, role, position")
        var credit = try credits.next()
        let genres = try Row.fetchCursor(
            database, sql: "SELECT movie_id, genre_id FROM movie_genre ORDER BY movie_id, position")
        var genre = try genres.next()
        try each("SELECT id, slug, title, original_title, year FROM movie ORDER BY id") { row in
            let id: Int64 = row[0]
            trace?.note(.movie, id)
            var (directors, actors): ([Int64], [Int64]) = ([], [])
            while let next = credit, (next[0] as Int64) <= id {
                if (next[0] as Int64) == id {
                    switch next[1] as String {
                    case "director": directors.append(next[2])
                    case "actor": actors.append(next[2])
                    default: break
                    }
                }
                credit = try credits.next()
            }
            var ofMovie: [Int64] = []
            while let next = genre, (next[0] as Int64) <= id {
                if (next[0] as Int64) == id { ofMovie.append(next[1]) }
                genre = try genres.next()
            }
            var seen: Set<Int64> = []
            let people = (directors + actors).filter { seen.insert($0).inserted }
            for person in people { trace?.note(.person, person) }
            let (title, original): (String, String) = (row[2], row[3])
            try body(
                SearchedMovie(
                    slug: row[1], title: title, originalTitle: original == title ? "" : original, year: row[4],
                    genres: ofMovie, people: people.compactMap { names[$0] }))
        }
    }

    private func names() throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        try each("SELECT id, name FROM person") { names[$0[0]] = $0[1] }
        return names
    }

    /// The movies that have a showtime ahead which is not cancelled, in order of slug.
    package func whatIsOn() throws -> [ShownMovie] {
        let versions = try versionsAhead()
        var genres: [Int64: [Int64]] = [:]
        try each("SELECT movie_id, genre_id FROM movie_genre ORDER BY movie_id, position") { row in
            if versions[row[0]] != nil { genres[row[0], default: []].append(row[1]) }
        }
        var movies: [ShownMovie] = []
        try each("SELECT id, slug, title, year FROM movie ORDER BY slug") { row in
            let id: Int64 = row[0]
            guard let versions = versions[id] else { return }
            trace?.note(.movie, id)
            movies.append(
                ShownMovie(
                    slug: row[1], title: row[2], year: row[3], genres: genres[id] ?? [],
                    versions: versions.map(Self.inOrder).sorted(by: Self.comesBefore)))
        }
        return movies
    }

    /// By movie. Hundreds of thousands of showtimes become some versions of each film here, without a value for each.
    private func versionsAhead() throws -> [Int64: [ShownVersion]] {
        var zones: [Int64: TimeZone] = [:]
        try each(
            "SELECT auditorium.id, time_zone FROM auditorium JOIN theater ON theater.id = theater_id"
        ) { zones[$0[0]] = TimeZone(identifier: $0[1]) }
        var versions: [Int64: [ShownVersion]] = [:]
        try each(
            """
            SELECT movie_id, auditorium_id, starts_at, format, language, subtitles,
                   audio_description + 2 * captions + 4 * relaxed, id, ends_at
            FROM showtime WHERE starts_at > ? AND status <> 'cancelled'
            """, [nowSeconds]
        ) { row in
            guard let zone = zones[row[1]] else { return }
            let start: Int = row[2]
            trace?.note(row[7], from: start, to: row[8])
            let day = localTime(start, in: zone).cinemaDay.daysSinceEpoch
            let version = ShownVersion(
                format: row[3], language: row[4], subtitles: row[5], accessibility: row[6], days: [day])
            let known = versions[row[0], default: []].firstIndex { $0.isSame(as: version) }
            if let known {
                versions[row[0]]?[known].days.append(day)
            } else {
                versions[row[0], default: []].append(version)
            }
        }
        return versions
    }

    private static func inOrder(_ version: ShownVersion) -> ShownVersion {
        var version = version
        version.days = Set(version.days).sorted()
        return version
    }

    private static func comesBefore(_ left: ShownVersion, _ right: ShownVersion) -> Bool {
        (left.format, left.language, left.subtitles, left.accessibility)
            < (right.format, right.language, right.subtitles, right.accessibility)
    }
}
