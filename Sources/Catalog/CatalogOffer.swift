package import Cinema
import Foundation
import GRDB

extension Catalog {
    /// - Returns: `nil` if the catalog has no showtime with that id.
    package func offer(showtime id: String) async throws -> ShowtimeOffer? {
        try await read { database in
            try Row.fetchOne(database, sql: offerQuery, arguments: [id]).map {
                try ShowtimeOffer(row: $0, in: database)
            }
        }
    }
}

private let offerQuery = """
    SELECT showtime.id, movie.title, theater.name AS theater, theater.time_zone, auditorium.name AS auditorium,
           starts_at, ends_at, status, plan, price_list_id
    FROM showtime
    JOIN movie ON movie.id = movie_id
    JOIN auditorium ON auditorium.id = auditorium_id
    JOIN theater ON theater.id = theater_id
    JOIN seat_layout ON seat_layout.id = seat_layout_id
    WHERE showtime.id = ?
    """

extension ShowtimeOffer {
    fileprivate init(row: Row, in database: Database) throws {
        let priceList = try (row["price_list_id"] as Int64?).map { try database.priceList($0) }
        self.init(
            id: row["id"],
            movie: row["title"],
            theater: row["theater"],
            timeZone: TimeZone(identifier: row["time_zone"]) ?? .gmt,
            auditorium: row["auditorium"],
            startsAt: Date(timeIntervalSince1970: row["starts_at"]),
            endsAt: Date(timeIntervalSince1970: row["ends_at"]),
            status: ShowtimeStatus(rawValue: row["status"]) ?? .cancelled,
            layout: try SeatPlan.layout(of: row["plan"]),
            priceList: priceList ?? PriceList(entries: [])
        )
    }
}

extension Database {
    /// The prices of a price list, ticket types and price categories in the order of the catalog.
    func priceList(_ id: Int64) throws -> PriceList {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT ticket_type.code, ticket_type.name, price_category.code, price_category.name, amount, currency
                FROM price
                JOIN price_list ON price_list.id = price_list_id
                JOIN ticket_type ON ticket_type.id = ticket_type_id
                JOIN price_category ON price_category.id = price_category_id
                WHERE price_list_id = ?
                ORDER BY ticket_type.position, ticket_type.code, price_category.position, price_category.code
                """,
            arguments: [id])
        return PriceList(
            entries: rows.compactMap { row in
                guard let currency = Currency(code: row[5]) else { return nil }
                return PriceList.Entry(
                    ticketType: TicketType(code: row[0], name: row[1]),
                    priceCategory: PriceCategory(code: row[2], name: row[3]),
                    price: Money(amount: row[4], currency: currency))
            })
    }
}
