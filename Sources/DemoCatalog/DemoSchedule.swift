import Catalog
import Cinema
import Foundation
import Randomness

/// A programme of showtimes for every auditorium: films in a row from early afternoon until late, with time between
/// them to clear the room.
struct DemoSchedule {
    private var entries: [String] = []

    private static let clearing = 20
    /// Start times are given in steps of five minutes.
    private static let step = 5
    private static let matineeEnds = 17 * 60
    private static let lateBegins = 22 * 60
    private static let lastStart = 22 * 60 + 45

    /// - Parameter reader: of the catalog that has the theaters and the films.
    init(_ reader: ProgrammeReader, days: Int, seed: UInt64) throws {
        var random = SplitMix64(seed: seed &+ 1)
        let movieIDs = try reader.movieIDs()
        let movies = try reader.movies(movieIDs)
        let languages = try reader.credits(ofMovies: movieIDs).compactMapValues(\.languages.first)
        let theaters = try reader.theaterIDs().sorted()
        let auditoriums = try reader.auditoriums(ofTheaters: theaters)
        for auditorium in theaters.flatMap({ auditoriums[$0] ?? [] }) {
            let yesterday = LocalTime(reader.now, in: auditorium.theater.timeZone).cinemaDay.adding(days: -1)
            // A house does not show everything at once: each week it chooses anew.
            var repertory: [Int] = []
            for day in 0..<days {
                if day % 7 == 0 { repertory = Self.choice(from: movies.count, &random) }
                addDay(yesterday.adding(days: day), auditorium, repertory.map { movies[$0] }, languages, &random)
            }
        }
    }

    private static func choice(from count: Int, _ random: inout SplitMix64) -> [Int] {
        let filmsPerWeek = 9
        return (0..<min(filmsPerWeek, count)).map { _ in Int.random(in: 0..<count, using: &random) }
    }

    private mutating func addDay(
        _ day: CivilDate, _ auditorium: Auditorium, _ repertory: [Movie], _ languages: [Int64: String],
        _ random: inout SplitMix64
    ) {
        let isWeekend = day.weekday >= 5
        var minute = (isWeekend ? 11 : 14) * 60 + Int.random(in: 0...9, using: &random) * Self.step
        while minute <= Self.lastStart {
            let movie = repertory[Int.random(in: 0..<repertory.count, using: &random)]
            add(movie, languages[movie.id] ?? "", day, minute, auditorium, &random)
            let ends =
                minute + (movie.runtime ?? 120) + Self.clearing + Int.random(in: 0...3, using: &random) * Self.step
            minute = (ends + Self.step - 1) / Self.step * Self.step
        }
    }

    private mutating func add(
        _ movie: Movie, _ language: String, _ day: CivilDate, _ minute: Int, _ auditorium: Auditorium,
        _ random: inout SplitMix64
    ) {
        let isMatinee = minute < Self.matineeEnds
        let chance = Int.random(in: 0..<100, using: &random)
        var fields = [
            ("movie", movie.slug), ("theater", auditorium.theater.slug), ("auditorium", auditorium.name),
            ("starts", "\(day.iso) \(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"),
            ("prices", minute >= Self.lateBegins ? "late" : isMatinee ? "matinee" : "evening"),
            ("format", (movie.year ?? 2000) < 1995 && chance < 40 ? "35mm" : "Digital"), ("language", language),
        ]
        if !language.isEmpty, language != "en" { fields.append(("subtitles", "en")) }
        if isMatinee, chance % 10 == 1 { fields.append(("relaxed", "true")) }
        if chance % 5 == 2 { fields.append(("audioDescription", "true")) }
        if chance % 6 == 3 { fields.append(("captions", "true")) }
        if chance == 99 { fields.append(("status", "sold-out")) }
        entries.append("{" + fields.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}")
    }

    func document(source: String) -> String {
        "{\"marquee\":1,\"source\":\"\(source)\",\"showtimes\":[\n\(entries.joined(separator: ",\n"))\n]}"
    }
}
