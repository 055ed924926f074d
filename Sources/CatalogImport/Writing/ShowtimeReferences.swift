import Cinema
import Crypto
import Foundation
import GRDB
import Spelling

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
        let id = hexadecimal(digest.prefix(6))
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
        let id =
            try writer.fetchID(
                "SELECT id FROM movie WHERE source = ? AND source_key = ?", [records.source, name.text.asKey])
            ?? only("SELECT id FROM movie WHERE source_key = ? LIMIT 2", name.text.asKey)
            ?? writer.fetchID("SELECT id FROM movie WHERE slug = ?", [name.text])
            ?? only("SELECT id FROM movie WHERE title = ? LIMIT 2", name.text)
        guard let id else {
            let known = records.movies.map(\.key)
            let nearest = suggestion(for: name.text, among: known)
            records.log.note("no movie is called '\(name.text)'\(nearest)", at: name.position)
            return nil
        }
        let runtime = try writer.fetchID("SELECT runtime FROM movie WHERE id = ?", [id])
        movies[name.text] = (id, runtime.map(Int.init))
        return movies[name.text]
    }

    private mutating func room(_ record: ShowtimeRecord) throws -> Room? {
        guard let theater = try theater(record) else { return nil }
        let cacheKey = "\(theater)\n\(record.auditorium.text)"
        if let room = rooms[cacheKey] { return room }
        let row = try Row.fetchOne(
            writer.database,
            sql: """
                SELECT auditorium.id, slug, auditorium.source_key, time_zone
                FROM auditorium JOIN theater ON theater.id = theater_id
                WHERE theater_id = ?1 AND (auditorium.source_key = ?2 OR auditorium.name = ?3)
                ORDER BY auditorium.source_key = ?2 DESC
                """,
            arguments: [theater, record.auditorium.text.asKey, record.auditorium.text])
        guard let row, let zone = TimeZone(identifier: row[3]) else {
            let known = try String.fetchAll(
                writer.database, sql: "SELECT source_key FROM auditorium WHERE theater_id = ? ORDER BY position",
                arguments: [theater])
            records.log.note(
                "that theater has no auditorium '\(record.auditorium.text)'; it has \(known.joined(separator: ", "))",
                at: record.auditorium.position)
            return nil
        }
        rooms[cacheKey] = Room(id: row[0], theaterSlug: row[1], key: row[2], zone: zone)
        return rooms[cacheKey]
    }

    /// A cinema with one theater need not name it.
    private func theater(_ record: ShowtimeRecord) throws -> Int64? {
        guard let name = record.theater else {
            let all = try Int64.fetchAll(writer.database, sql: "SELECT id FROM theater LIMIT 2")
            if all.count == 1 { return all[0] }
            records.log.note("'theater' is missing, and the catalog has several", at: record.position)
            return nil
        }
        let id =
            try writer.fetchID(
                "SELECT id FROM theater WHERE source = ? AND source_key = ?", [records.source, name.text.asKey])
            ?? only("SELECT id FROM theater WHERE source_key = ? LIMIT 2", name.text.asKey)
            ?? writer.fetchID("SELECT id FROM theater WHERE slug = ?", [name.text])
            ?? only("SELECT id FROM theater WHERE name = ? LIMIT 2", name.text)
        if id == nil { records.log.note("no theater is called '\(name.text)'", at: name.position) }
        return id
    }

    /// A file with one price list need not name it.
    private func priceList(_ record: ShowtimeRecord) throws -> Int64? {
        guard let name = record.priceList else {
            let all = try Int64.fetchAll(writer.database, sql: "SELECT id FROM price_list LIMIT 2")
            return all.count == 1 ? all[0] : nil
        }
        let id =
            try writer.fetchID(
                "SELECT id FROM price_list WHERE source = ? AND source_key = ?", [records.source, name.text])
            ?? only("SELECT id FROM price_list WHERE source_key = ? LIMIT 2", name.text)
        if id == nil { records.log.note("no price list is called '\(name.text)'", at: name.position) }
        return id
    }

    /// - Returns: `nil` if several things have that name.
    private func only(_ sql: String, _ name: String) throws -> Int64? {
        let ids = try Int64.fetchAll(writer.database.cachedStatement(sql: sql), arguments: [name])
        return ids.count == 1 ? ids[0] : nil
    }
}
