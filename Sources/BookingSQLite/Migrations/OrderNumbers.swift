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
        for order in try Data.fetchAll(database, sql: #"SELECT id FROM "order""#) {
            try database.execute(
                sql: #"UPDATE "order" SET number = ? WHERE id = ?"#,
                arguments: [try unused(&random, database).text, order])
        }
    }

    private static func unused(
        _ random: inout some RandomNumberGenerator, _ database: Database
    ) throws -> OrderNumber {
        while true {
            let number = OrderNumber(random: &random)
            let isUsed = try Bool.fetchOne(
                database, sql: #"SELECT EXISTS (SELECT 1 FROM "order" WHERE number = ?)"#, arguments: [number.text])
            if isUsed != true { return number }
        }
    }
}
