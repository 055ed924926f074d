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
        try records.log.throwIfAny()

        let source = records.showtimeSource
        let old = try String.fetchSet(database, sql: "SELECT id FROM showtime WHERE source = ?", arguments: [source])
        let gone = old.subtracting(showtimes.map(\.id))
        for id in gone {
            try execute("DELETE FROM showtime WHERE id = ?", [id])
        }
        // All step aside first: two showtimes that change places would each find the other in its way.
        try execute("UPDATE showtime SET status = 'cancelled' WHERE source = ?", [source])
        try each(showtimes, "showtimes") { try write($0, source: source, records.log) }
        try records.log.throwIfAny()
        return gone.count
    }

    private func write(_ showtime: ResolvedShowtime, source: String, _ log: ProblemLog) throws {
        let record = showtime.record
        do {
            _ = try upsert(
                into: "showtime", key: ["id"],
                [
                    ("id", showtime.id), ("source", source), ("movie_id", showtime.movie),
                    ("auditorium_id", showtime.auditorium), ("price_list_id", showtime.priceList),
                    ("starts_at", showtime.startsAt), ("ends_at", showtime.endsAt), ("format", record.format),
                    ("language", record.language), ("subtitles", record.subtitles),
                    ("audio_description", record.audioDescription), ("captions", record.captions),
                    ("relaxed", record.relaxed), ("status", record.status.rawValue),
                ])
        } catch let error as DatabaseError where error.message?.contains("overlap") == true {
            log.note(try overlapMessage(showtime), at: showtime.position)
        }
    }

    private func overlapMessage(_ showtime: ResolvedShowtime) throws -> String {
        let other = try Row.fetchOne(
            database,
            sql: """
                SELECT title, starts_at, ends_at, time_zone FROM showtime
                JOIN movie ON movie.id = movie_id
                JOIN auditorium ON auditorium.id = auditorium_id
                JOIN theater ON theater.id = theater_id
                WHERE auditorium_id = ? AND status <> 'cancelled' AND showtime.id <> ? AND starts_at < ? AND ends_at > ?
                """,
            arguments: [showtime.auditorium, showtime.id, showtime.endsAt, showtime.startsAt])
        guard let other, let zone = TimeZone(identifier: other[3]) else {
            return "this showtime overlaps another in the same auditorium"
        }
        let starts = LocalTime(Date(timeIntervalSince1970: other[1]), in: zone)
        let ends = LocalTime(Date(timeIntervalSince1970: other[2]), in: zone)
        return "this showtime overlaps '\(other[0] as String)', which is in the same auditorium on \(starts.date.iso) "
            + "from \(starts.clock) to \(ends.clock)"
    }
}
