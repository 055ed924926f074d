import Booking
import Cinema
import Foundation
import GRDB

/// Part of ``Version6``: orders stand in the cinema's accounts, by channel, day and number.
///
/// Until then all were sold online, and on which day follows from what is known of their showings. Their sales are not numbered:
/// nobody knows the theater's slug, and a number that was never given out would be an invention.
enum SaleEntries {
    static func migrate(_ database: Database) throws {
        try database.execute(sql: schema)
        let orders = try Row.fetchAll(
            database,
            sql: """
                SELECT o.id, o.created_at, showing.facts FROM "order" o JOIN hold ON hold.id = o.hold
                JOIN showing ON showing.showtime = hold.showtime AND showing.sequence = hold.showing_sequence
                """)
        for order in orders {
            let (sold, facts): (Instant, String) = (order["created_at"], order["facts"])
            let showing = try JSONDecoder().decode(Showing.self, from: Data(facts.utf8))
            try database.execute(
                sql: #"UPDATE "order" SET business_day = ? WHERE id = ?"#,
                arguments: [showing.businessDay(at: sold).iso, order["id"] as Data])
        }
    }

    /// A refund belongs to the day on which it is made, which need not be that of the sale.
    private static let schema = """
        ALTER TABLE hold ADD COLUMN owner TEXT;
        ALTER TABLE hold ADD COLUMN language TEXT;
        ALTER TABLE "order" ADD COLUMN owner TEXT;
        ALTER TABLE "order" ADD COLUMN channel TEXT NOT NULL DEFAULT 'online';
        ALTER TABLE "order" ADD COLUMN business_day TEXT;
        ALTER TABLE "order" ADD COLUMN refund_day TEXT;
        ALTER TABLE "order" ADD COLUMN theater TEXT;
        ALTER TABLE "order" ADD COLUMN sale_number INTEGER;
        CREATE UNIQUE INDEX order_by_sale ON "order" (theater, channel, sale_number) WHERE sale_number IS NOT NULL;
        CREATE TABLE sale_series (
            theater TEXT NOT NULL,
            channel TEXT NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (theater, channel)
        ) STRICT, WITHOUT ROWID;
        """
}
