import Catalog
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A showing in no year that anything can be shown in")
struct ShowtimeSpanTests {
    @Test(
        "is refused by the site and not sold, whatever SQL has made of it",
        arguments: [
            ("1796414400000", "1796414405820"), ("9223372036854775000", "9223372036854775001"),
            ("-3155673601", "-3155670000"), ("4133980000", "4133984400"), ("4133980800", "4133984400"),
        ])
    func refused(start: String, end: String) async throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        try catalog.write { database in
            try database.execute(
                sql: """
                    INSERT INTO seat_layout VALUES ('a', 'A ss');
                    INSERT INTO movie (id, slug, source_key, title) VALUES (1, 'm', '1', 'M');
                    INSERT INTO theater (id, slug, source_key, name, time_zone) VALUES (1, 't', '1', 'T', 'Europe/Paris');
                    INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id) VALUES (1, 1, '1', 'One', 'a');
                    INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES ('s1', 1, 1, \(start), \(end));
                    """)
        }
        await #expect(throws: UnsellableShowtime.self) { try await catalog.offer(showtime: "s1") }
        let error = try #require(throws: CatalogContentError.self) {
            try catalog.read(at: Date(timeIntervalSince1970: 1_796_400_000)) { reader in
                _ = try reader.days()
                _ = try reader.showtimes(["s1"])
                Issue.record("it was read")
            }
        }
        #expect(
            error.description.hasPrefix("the catalog's showtime 's1' cannot be used: its start or its end is not in"))
    }
}
