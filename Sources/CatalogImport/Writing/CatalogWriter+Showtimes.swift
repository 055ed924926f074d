import Cinema
import Crypto
import Foundation
import GRDB

extension CatalogWriter {
    /// A file owns the showtimes that it wrote: those it no longer has are taken out.
    ///
    /// - Returns: how many were taken out.
    func writeShowtimes(_ records: CatalogRecords) throws -> Int {
        guard let entries = records.showtimes else { return 0 }
        var references = ShowtimeReferences(self, records)
        var showtimes: [ResolvedShowtime] = []
        for record in entries {
            showtimes += try references.resolve(record)
        }
        requireDistinct(showtimes, records.log)
        try records.log.throwIfAny()

        let source = records.showtimeSource
        let old = try String.fetchSet(database, sql: "SELECT id FROM showtime WHERE source = ?", arguments: [source])
        let gone = old.subtracting(showtimes.map(\.id))
        for id in gone {
            try execute("DELETE FROM showtime WHERE id = ?", [id])
        }
        let changed = try showtimes.filter { try !exists(in: "showtime", columns(of: $0, source)) }
        // All step aside first: two showtimes that change places would each find the other in its way.
        for showtime in changed {
            try execute("UPDATE showtime SET status = 'cancelled' WHERE id = ? AND source = ?", [showtime.id, source])
        }
        try each(changed, "showtimes") { try write($0, source: source, records.log) }
        try records.log.throwIfAny()
        return gone.count
    }

    /// Two showtimes of one file that start in one room at one time, or that a person gave one id.
    private func requireDistinct(_ showtimes: [ResolvedShowtime], _ log: ProblemLog) {
        var lines: [String: Int] = [:]
        for showtime in showtimes {
            if let line = lines.updateValue(showtime.position.line, forKey: showtime.id) {
                log.note(
                    showtime.record.id.map { "the id '\($0.text)' is given twice, first on line \(line)" }
                        ?? "this showtime is in the same auditorium at the same time as the one on line \(line)",
                    at: showtime.position)
            }
        }
    }

    private func columns(of showtime: ResolvedShowtime, _ source: String) -> [Column] {
        let record = showtime.record
        return [
            ("id", showtime.id), ("source", source), ("movie_id", showtime.movie),
            ("auditorium_id", showtime.auditorium), ("price_list_id", showtime.priceList),
            ("starts_at", showtime.startsAt), ("ends_at", showtime.endsAt), ("format", record.format),
            ("language", record.language), ("subtitles", record.subtitles),
            ("audio_description", record.audioDescription), ("captions", record.captions),
            ("relaxed", record.relaxed), ("status", record.status.rawValue),
        ]
    }

    private func write(_ showtime: ResolvedShowtime, source: String, _ log: ProblemLog) throws {
        // The same film at the same time is the same showtime, whichever file tells of it; another film is in its way.
        let rival = try fetchID(
            "SELECT movie_id FROM showtime WHERE id = ? AND source <> ? AND status <> 'cancelled'",
            [showtime.id, source])
        guard rival == nil || rival == showtime.movie else {
            log.note(try overlapMessage(showtime, source), at: showtime.position)
            return
        }
        do {
            _ = try upsert(into: "showtime", key: ["id"], columns(of: showtime, source))
        } catch let error as DatabaseError where error.message?.contains("overlap") == true {
            log.note(try overlapMessage(showtime, source), at: showtime.position)
        }
    }

    private func overlapMessage(_ showtime: ResolvedShowtime, _ source: String) throws -> String {
        let other = try Row.fetchOne(
            database,
            sql: """
                SELECT title, starts_at, ends_at, time_zone FROM showtime
                JOIN movie ON movie.id = movie_id
                JOIN auditorium ON auditorium.id = auditorium_id
                JOIN theater ON theater.id = theater_id
                WHERE auditorium_id = ? AND status <> 'cancelled' AND (showtime.id <> ? OR showtime.source <> ?)
                  AND starts_at < ? AND ends_at > ?
                """,
            arguments: [showtime.auditorium, showtime.id, source, showtime.endsAt, showtime.startsAt])
        guard let other, let zone = TimeZone(identifier: other[3]) else {
            return "this showtime overlaps another in the same auditorium"
        }
        let starts = LocalTime(Date(timeIntervalSince1970: other[1]), in: zone)
        let ends = LocalTime(Date(timeIntervalSince1970: other[2]), in: zone)
        return "this showtime overlaps '\(other[0] as String)', which is in the same auditorium on \(starts.date.iso) "
            + "from \(starts.clock) to \(ends.clock)"
    }
}
