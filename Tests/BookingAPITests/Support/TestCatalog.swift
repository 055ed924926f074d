import Catalog
import Foundation
import GRDB

/// A catalog file with one room and one showtime, `show1`, tomorrow.
enum TestCatalog {
    static let plan = (0..<20).map { row in
        "\(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(row)))) sssssssppppssssssssssssssssssssssssssss"
    }.joined(separator: "\n")

    static func write(to path: String) throws {
        let start = Int(Date().timeIntervalSince1970) + 86_400
        try Catalog(writingTo: path).write { database in
            try database.execute(
                sql: """
                    INSERT INTO movie (id, slug, source_key, title) VALUES (1, 'metropolis', 'm', 'Metropolis');
                    INSERT INTO theater (id, slug, source_key, name, time_zone)
                    VALUES (1, 'lumiere', 't', 'Lumière', 'Europe/Paris');
                    INSERT INTO seat_layout (id, plan) VALUES ('room', '\(plan)');
                    INSERT INTO auditorium (id, theater_id, source_key, name, seat_layout_id)
                    VALUES (1, 1, 'a', '1', 'room');
                    INSERT INTO ticket_type (id, code, name) VALUES (1, 'adult', 'Adult');
                    INSERT INTO price_category (id, code, name)
                    VALUES (1, 'standard', 'Standard'), (2, 'premium', 'Premium');
                    INSERT INTO price_list (id, source_key, name, currency) VALUES (1, 'p', 'Prices', 'EUR');
                    INSERT INTO price VALUES (1, 1, 1, 1250), (1, 1, 2, 1550);
                    INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
                    VALUES ('show1', 1, 1, 1, \(start), \(start + 7200));
                    """)
        }
    }
}
