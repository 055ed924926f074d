import Cinema
import Crypto
import Foundation
import GRDB

extension CatalogWriter {
    /// A file owns the showtimes that it wrote: those it no longer has are taken out.
    ///
    /// - Returns: how many were taken out.
    func writeShowtimes(of files: [CatalogRecords]) throws -> Int {
        var documents = try files.compactMap(resolve)
        try requireOneOwner(documents)
        let taken = try takeOut(&documents)
        // All step aside first: two showtimes that change places would each find the other in its way.
        for document in documents {
            for showtime in document.changed {
                try execute(
                    "UPDATE showtime SET status = 'cancelled' WHERE id = ? AND source = ?",
                    [showtime.id, document.source])
            }
        }
        for document in documents {
            try each(document.changed, "showtimes") { try write($0, source: document.source, document.log) }
            try document.log.throwIfAny()
        }
        return taken
    }

    /// - Returns: `nil` for a file that has nothing to say of showtimes.
    private func resolve(_ records: CatalogRecords) throws -> ShowtimeDocument? {
        guard let entries = records.showtimes else { return nil }
        var references = ShowtimeReferences(self, records)
        var showtimes: [ResolvedShowtime] = []
        for record in entries {
            showtimes += try references.resolve(record)
        }
        requireDistinct(showtimes, records.log)
        try records.log.throwIfAny()
        return ShowtimeDocument(records, showtimes)
    }

    /// Takes out what documents no longer have. What another of them has now goes over to that one.
    private func takeOut(_ documents: inout [ShowtimeDocument]) throws -> Int {
        var owners: [String: String] = [:]
        for document in documents {
            for showtime in document.showtimes { owners[showtime.id] = document.source }
        }
        var taken = 0
        for document in documents {
            let old = try String.fetchSet(
                database, sql: "SELECT id FROM showtime WHERE source = ?", arguments: [document.source])
            for id in old.subtracting(document.showtimes.map(\.id)) {
                if let owner = owners[id] {
                    try execute("UPDATE showtime SET source = ? WHERE id = ?", [owner, id])
                } else {
                    try execute("DELETE FROM showtime WHERE id = ?", [id])
                    taken += 1
                }
            }
        }
        for index in documents.indices {
            let source = documents[index].source
            documents[index].changed = try documents[index].showtimes.filter {
                try !exists(in: "showtime", columns(of: $0, source))
            }
        }
        return taken
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
        if let problem = try ownerProblem(showtime, source) {
            log.note(problem, at: showtime.position)
            return
        }
        do {
            _ = try upsert(into: "showtime", key: ["id"], columns(of: showtime, source))
        } catch let error as DatabaseError where error.message?.contains("overlap") == true {
            log.note(try overlapMessage(showtime, source), at: showtime.position)
        }
    }

    func overlapMessage(_ showtime: ResolvedShowtime, _ source: String) throws -> String {
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
