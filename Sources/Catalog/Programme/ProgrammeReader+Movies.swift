import Cinema
import Foundation
import GRDB

extension ProgrammeReader {
    /// All genres, in order of slug.
    package func genres() throws -> [Genre] {
        try loadGenres()
        return genresByID.values.sorted { $0.slug < $1.slug }
    }

    /// - Returns: those that exist, in the order of the ids.
    package func movies(_ ids: some Collection<Int64>) throws -> [Movie] {
        try loadGenres()
        var genres: [Int64: [Genre]] = [:]
        try each(
            """
            SELECT movie_id, genre_id FROM movie_genre WHERE movie_id IN (SELECT value FROM json_each(?))
            ORDER BY movie_id, position
            """, [list(ids)]
        ) { row in
            guard let genre = genresByID[row[1]] else { return }
            trace?.note(.genre, genre.id)
            genres[row[0], default: []].append(genre)
        }
        var movies: [Int64: Movie] = [:]
        try each(
            """
            SELECT id, slug, title, original_title, year, release_date, runtime, certificate, synopsis, poster,
                   poster_width, poster_height, trailer
            FROM movie WHERE id IN (SELECT value FROM json_each(?))
            """, [list(ids)]
        ) { row in
            let id: Int64 = row[0]
            trace?.note(.movie, id)
            movies[id] = try Movie(id: id, row: row, genres: genres[id] ?? [])
        }
        return ids.compactMap { movies[$0] }
    }

    /// The credits of each of these movies that has any.
    package func credits(ofMovies ids: some Collection<Int64>) throws -> [Int64: MovieCredits] {
        var credits: [Int64: MovieCredits] = [:]
        try each(
            """
            SELECT movie_id, language FROM movie_language WHERE movie_id IN (SELECT value FROM json_each(?))
            ORDER BY movie_id, position
            """, [list(ids)]
        ) { row in
            credits[row[0], default: MovieCredits()].languages.append(row[1])
        }
        try each(
            """
            SELECT movie_id, role, character, person.id, slug, name FROM credit JOIN person ON person.id = person_id
            WHERE movie_id IN (SELECT value FROM json_each(?)) ORDER BY movie_id, role, position
            """, [list(ids)]
        ) { row in
            let person = try Person(row: row, from: 3)
            trace?.note(.person, person.id)
            switch row[1] as String {
            case "actor": credits[row[0], default: MovieCredits()].cast.append(.init(person: person, character: row[2]))
            case "director": credits[row[0], default: MovieCredits()].directors.append(person)
            default: credits[row[0], default: MovieCredits()].writers.append(person)
            }
        }
        return credits
    }

    /// - Returns: those that exist, in the order of the ids.
    package func people(_ ids: some Collection<Int64>) throws -> [Person] {
        var people: [Int64: Person] = [:]
        try each("SELECT id, slug, name FROM person WHERE id IN (SELECT value FROM json_each(?))", [list(ids)]) { row in
            trace?.note(.person, row[0] as Int64)
            people[row[0]] = try Person(row: row, from: 0)
        }
        return ids.compactMap { people[$0] }
    }

    /// The films of each of these people, the latest first.
    package func filmographies(ofPeople ids: some Collection<Int64>) throws -> [Int64: [FilmCredit]] {
        var rows: [(person: Int64, role: String, movie: Int64, character: String)] = []
        try each(
            """
            SELECT person_id, role, movie_id, character FROM credit JOIN movie ON movie.id = movie_id
            WHERE person_id IN (SELECT value FROM json_each(?))
            ORDER BY person_id, coalesce(year, 0) DESC, movie.slug, role, position
            """, [list(ids)]
        ) { row in
            rows.append((row[0], row[1], row[2], row[3]))
        }
        let movies = try Dictionary(
            movies(Set(rows.map(\.movie))).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var films: [Int64: [FilmCredit]] = [:]
        for row in rows {
            guard let movie = movies[row.movie] else { continue }
            films[row.person, default: []].add(movie, row.role, row.character)
        }
        return films
    }

    private func loadGenres() throws {
        guard genresByID.isEmpty else { return }
        try each("SELECT id, slug, name FROM genre") { row in
            let id: Int64 = row[0]
            genresByID[id] = Genre(id: id, slug: try row.pageName(1, of: "genre \(id)"), name: row[2])
        }
    }
}

extension Movie {
    fileprivate convenience init(id: Int64, row: Row, genres: [Genre]) throws {
        let title: String = row[2]
        let originalTitle: String = row[3]
        let poster: String = row[9]
        self.init(
            id: id, slug: try row.pageName(1, of: "movie \(id)"), title: title,
            originalTitle: originalTitle == title ? "" : originalTitle,
            year: row[4], releaseDate: (row[5] as String?).flatMap { CivilDate(iso: $0) }, runtime: row[6],
            certificate: row[7], synopsis: row[8],
            poster: poster.isEmpty ? nil : Poster(location: poster, width: row[10], height: row[11]),
            trailer: row[12], genres: genres)
    }
}

extension Person {
    /// - Parameter index: where its columns begin.
    fileprivate init(row: Row, from index: Int) throws {
        let id: Int64 = row[index]
        self.init(id: id, slug: try row.pageName(index + 1, of: "person \(id)"), name: row[index + 2])
    }
}

extension [FilmCredit] {
    /// What was done for one film comes one after the other.
    fileprivate mutating func add(_ movie: Movie, _ role: String, _ character: String) {
        if last?.movie.id != movie.id { append(FilmCredit(movie: movie)) }
        switch role {
        case "actor":
            self[count - 1].isActor = true
            self[count - 1].characters.append(character)
        case "director": self[count - 1].isDirector = true
        default: self[count - 1].isWriter = true
        }
    }
}
