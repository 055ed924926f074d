import Catalog
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The days of theaters in other time zones")
struct ZoneDayTests {
    /// All names that documents may have, and some that only SQL can write.
    private static let zones =
        TimeZone.knownTimeZoneIdentifiers + ["UTC", "Etc/UTC", "GMT", "GMT+2", "GMT-0330", "EST", "US/Pacific"]

    @Test("have each showing, whatever the system calls the zone")
    func everyZone() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        let now = try #require(Date(rfc3339: "2026-12-01T12:00:00Z"))
        let starts = try #require(Date(rfc3339: "2026-12-04T20:00:00Z"))
        let seconds = Int(starts.timeIntervalSince1970)
        try catalog.write { database in
            try database.execute(sql: "INSERT INTO seat_layout VALUES ('a', 'A ss')")
            for (index, zone) in Self.zones.enumerated() {
                let id = index + 1
                try database.execute(
                    sql: "INSERT INTO movie (id, slug, source_key, title) VALUES (?1, 'm' || ?1, ?1, 'M')",
                    arguments: [id])
                try database.execute(
                    sql: """
                        INSERT INTO theater (id, slug, source_key, name, time_zone)
                        VALUES (?1, 't' || ?1, ?1, 'T', ?2)
                        """,
                    arguments: [id, zone])
                try database.execute(
                    sql: """
                        INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id)
                        VALUES (?1, ?1, '1', 'One', 'a')
                        """, arguments: [id])
                try database.execute(
                    sql: """
                        INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at)
                        VALUES ('s' || ?1, ?1, ?1, ?2, ?2 + 3600)
                        """, arguments: [id, seconds])
            }
        }
        try catalog.read(at: now) { reader in
            let days = try reader.days()
            let theaters = try Dictionary(uniqueKeysWithValues: days.map { ($0, try reader.theaters(on: $0)) })
            let movies = try Dictionary(
                uniqueKeysWithValues: days.map { ($0, try reader.movies(on: $0, limit: Self.zones.count)) })
            for (index, name) in Self.zones.enumerated() {
                let zone = try #require(TimeZone(identifier: name))
                let day = LocalTime(starts, in: zone).cinemaDay
                let id = Int64(index + 1)
                #expect(theaters[day]?.contains(id) == true, "the theater in \(name) is missing on \(day.iso)")
                #expect(movies[day]?.contains(id) == true, "the film in \(name) is missing on \(day.iso)")
                #expect(
                    try !reader.moviesShowingFirst(notOn: day, limit: Self.zones.count).contains(id),
                    "the film in \(name) is taken for one of another day")
            }
        }
    }
}
