import Cinema
import Crypto
import Foundation
import GRDB
import Text

/// A showtime whose names have been looked up in the catalog.
struct ResolvedShowtime {
    let id: String
    let movie: Int64
    let auditorium: Int64
    let priceList: Int64?
    let startsAt: Int
    let endsAt: Int
    let record: ShowtimeRecord
    let position: Position
}

/// Looks up what showtimes name: by the `id` that this or another file gives it, or by its slug.
struct ShowtimeReferences {
    private let writer: CatalogWriter
    private let records: CatalogRecords
    /// Used where a film has no runtime, in minutes.
    private static let assumedRuntime = 120

    private var search: NameSearch { NameSearch(database: writer.database, log: records.log) }

    private var movies: [String: (id: Int64, runtime: Int?)] = [:]
    private var rooms: [String: Room] = [:]

    private struct Room {
        let id: Int64
        let theaterSlug: String
        let key: String
        let zone: TimeZone
    }

    init(_ writer: CatalogWriter, _ records: CatalogRecords) {
        self.writer = writer
        self.records = records
    }

    mutating func resolve(_ record: ShowtimeRecord) throws -> [ResolvedShowtime] {
        guard let movie = try movie(record.movie), let room = try room(record) else { return [] }
        let priceList = try priceList(record)
        return try record.starts.compactMap { start in
            guard let instant = start.instant(in: room.zone) else {
                records.log.note(
                    "the clocks of \(room.zone.identifier) skip \(start.date.iso) \(start.time.clock)",
                    at: start.position)
                return nil
            }
            let startsAt = Int(instant.timeIntervalSince1970)
            guard let endsAt = endsAt(record, start, startsAt, room.zone, movie.runtime) else { return nil }
            return ResolvedShowtime(
                id: try record.id?.text ?? id(in: room, startsAt, movie.id), movie: movie.id,
                auditorium: room.id, priceList: priceList, startsAt: startsAt, endsAt: endsAt, record: record,
                position: start.position)
        }
    }

    /// The same for the same seats at the same time, so that a catalog imported anew keeps its addresses.
    private func id(in room: Room, _ startsAt: Int, _ movie: Int64) throws -> String {
        let digest = SHA256.hash(data: Data("\(room.theaterSlug)\n\(room.key)\n\(startsAt)".utf8))
        let id = Hexadecimal.encode(digest.prefix(6))
        if room.key.utf8.allSatisfy({ $0 < 0x80 }) { return id }
        // An id from before names had one normal form follows from another spelling, and seats may have been sold under it.
        let kept = try String.fetchAll(
            writer.database.cachedStatement(
                sql: """
                    SELECT id FROM showtime WHERE auditorium_id = ? AND starts_at = ? AND movie_id = ? AND source = ? LIMIT 2
                    """),
            arguments: [room.id, startsAt, movie, records.showtimeSource])
        return kept.count == 1 ? kept[0] : id
    }

    private func endsAt(
        _ record: ShowtimeRecord, _ start: LocalStart, _ startsAt: Int, _ zone: TimeZone, _ runtime: Int?
    ) -> Int? {
        guard let ends = record.ends else { return startsAt + (runtime ?? Self.assumedRuntime) * 60 }
        let time = ends.time
        let isNextDay = (time.hour, time.minute) <= (start.time.hour, start.time.minute)
        let day = start.date.adding(days: isNextDay ? 1 : 0)
        guard let instant = Date(day, hour: time.hour, minute: time.minute, in: zone) else {
            records.log.note("the clocks of \(zone.identifier) skip \(time.clock) on \(day.iso)", at: ends.position)
            return nil
        }
        let endsAt = Int(instant.timeIntervalSince1970)
        guard (1...86_400).contains(endsAt - startsAt) else {
            records.log.note("a showtime must end after it starts, and within a day", at: ends.position)
            return nil
        }
        return endsAt
    }

    private mutating func movie(_ name: Located) throws -> (id: Int64, runtime: Int?)? {
        if let movie = movies[name.text] { return movie }
        let id = try search.id(
            of: name,
            [
                ("SELECT id, slug FROM movie WHERE source = ? AND source_key = ?", [records.source, name.text.asKey]),
                ("SELECT id, slug FROM movie WHERE source_key = ?", [name.text.asKey]),
                ("SELECT id, slug FROM movie WHERE slug = ?", [name.text]),
                ("SELECT id, slug FROM movie WHERE title = ?", [name.text]),
            ],
            several: "several movies are called '\(name.text)'; name one by its 'id' or its slug",
            none: "no movie is called '\(name.text)'\(suggestion(for: name.text, among: records.movies.map(\.key)))")
        guard let id else { return nil }
        let runtime = try writer.fetchID("SELECT runtime FROM movie WHERE id = ?", [id])
        movies[name.text] = (id, runtime.map(Int.init))
        return movies[name.text]
    }

    private mutating func room(_ record: ShowtimeRecord) throws -> Room? {
        guard let theater = try theater(record) else { return nil }
        let cacheKey = "\(theater)\n\(record.auditorium.text)"
        if let room = rooms[cacheKey] { return room }
        let (name, rooms) = (record.auditorium, "SELECT id, source_key FROM auditorium WHERE theater_id = ?")
        let known = try String.fetchAll(
            writer.database, sql: "SELECT source_key FROM auditorium WHERE theater_id = ? ORDER BY position",
            arguments: [theater])
        let id = try search.id(
            of: name,
            [
                ("\(rooms) AND source_key = ?", [theater, name.text.asKey]),
                ("\(rooms) AND name = ?", [theater, name.text]),
            ],
            several: "that theater has several auditoriums '\(name.text)'; name one by its 'id'",
            none: "that theater has no auditorium '\(name.text)'; it has \(known.joined(separator: ", "))")
        guard let id,
            let row = try Row.fetchOne(
                writer.database,
                sql: """
                    SELECT auditorium.id, slug, auditorium.source_key, time_zone
                    FROM auditorium JOIN theater ON theater.id = theater_id WHERE auditorium.id = ?
                    """, arguments: [id]),
            let zone = TimeZone(identifier: row[3])
        else { return nil }
        self.rooms[cacheKey] = Room(id: row[0], theaterSlug: row[1], key: row[2], zone: zone)
        return self.rooms[cacheKey]
    }

    /// A cinema with one theater need not name it.
    private func theater(_ record: ShowtimeRecord) throws -> Int64? {
        guard let name = record.theater else {
            let all = try Int64.fetchAll(writer.database, sql: "SELECT id FROM theater LIMIT 2")
            if all.count == 1 { return all[0] }
            records.log.note("'theater' is missing, and the catalog has several", at: record.position)
            return nil
        }
        return try search.id(
            of: name,
            [
                (
                    "SELECT id, slug FROM theater WHERE source = ? AND source_key = ?",
                    [records.source, name.text.asKey]
                ),
                ("SELECT id, slug FROM theater WHERE source_key = ?", [name.text.asKey]),
                ("SELECT id, slug FROM theater WHERE slug = ?", [name.text]),
                ("SELECT id, slug FROM theater WHERE name = ?", [name.text]),
            ],
            several: "several theaters are called '\(name.text)'; name one by its 'id' or its slug",
            none: "no theater is called '\(name.text)'")
    }

    /// A file with one price list need not name it.
    private func priceList(_ record: ShowtimeRecord) throws -> Int64? {
        guard let name = record.priceList else {
            let all = try Int64.fetchAll(writer.database, sql: "SELECT id FROM price_list LIMIT 2")
            return all.count == 1 ? all[0] : nil
        }
        return try search.id(
            of: name,
            [
                ("SELECT id, source FROM price_list WHERE source = ? AND source_key = ?", [records.source, name.text]),
                ("SELECT id, source FROM price_list WHERE source_key = ?", [name.text]),
            ],
            several: "several price lists are called '\(name.text)'; give all but one another 'id'; their sources are",
            none: "no price list is called '\(name.text)'")
    }
}
