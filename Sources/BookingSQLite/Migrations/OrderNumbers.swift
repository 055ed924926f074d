import Booking
import Foundation
import GRDB

/// From version 3 to 4: orders have a public number. Those that were sold before are given one.
enum OrderNumbers {
    static func migrate(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE "order" ADD COLUMN number TEXT;
                CREATE UNIQUE INDEX order_by_number ON "order" (number);
                """)
        var random = SystemRandomNumberGenerator()
        let rows = SQLiteRows(database, at: Instant(milliseconds: 0))
        for order in try Data.fetchAll(database, sql: #"SELECT id FROM "order""#) {
            let number = try OrderNumber.unused(&random) { try rows.hasOrder($0) }
            try database.execute(
                sql: #"UPDATE "order" SET number = ? WHERE id = ?"#, arguments: [number.text, order])
        }
    }
}
