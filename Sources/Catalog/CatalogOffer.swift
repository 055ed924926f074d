package import Cinema
import Foundation
import GRDB

extension Catalog {
    /// - Returns: `nil` if the catalog has no showtime with that id.
    /// - Throws: ``UnsellableShowtime``.
    package func offer(showtime id: ShowtimeID) async throws -> ShowtimeOffer? {
        try await read { try $0.offer(showtime: id) }
    }

    /// - Parameter patience: how long a catalog is waited for that somebody has locked.
    /// - Returns: those of the showtimes that there are, by their ids, all of one moment; what is wrong with a single one
    ///   is its own failure, such as ``UnsellableShowtime``.
    /// - Throws: ``CatalogError``, also if something else was written into the file since it was opened.
    package func offers(
        showtimes ids: Set<ShowtimeID>, patience: Duration
    ) throws -> [ShowtimeID: Result<ShowtimeOffer, any Error>] {
        try readCarefully(patience: patience) { database in
            try ids.reduce(into: [:]) { offers, id in
                do {
                    offers[id] = try database.offer(showtime: id).map { .success($0) }
                } catch let error as DatabaseError {
                    throw error
                } catch {
                    offers[id] = .failure(error)
                }
            }
        }
    }
}

private let offerQuery = """
    SELECT movie.title, movie.slug AS movie_slug, theater.name AS theater, theater.slug AS theater_slug, theater.time_zone, auditorium.name AS auditorium,
           starts_at, ends_at, status, plan, price_list_id
    FROM showtime
    JOIN movie ON movie.id = movie_id
    JOIN auditorium ON auditorium.id = auditorium_id
    JOIN theater ON theater.id = theater_id
    JOIN seat_layout ON seat_layout.id = seat_layout_id
    WHERE showtime.id = ?
    """

private let priceQuery = """
    SELECT ticket_type.code, ticket_type.name, price_category.code, price_category.name, amount, currency
    FROM price
    JOIN price_list ON price_list.id = price_list_id
    JOIN ticket_type ON ticket_type.id = ticket_type_id
    JOIN price_category ON price_category.id = price_category_id
    WHERE price_list_id = ?
    ORDER BY ticket_type.position, ticket_type.code, price_category.position, price_category.code
    """

extension ShowtimeOffer {
    fileprivate init(row: Row, as id: ShowtimeID, in database: Database) throws {
        let priceList: PriceList?
        do {
            priceList = try (row["price_list_id"] as Int64?).map { try database.priceList($0) }
        } catch let error as CatalogContentError {
            throw UnsellableShowtime(id: id, reason: "\(error)")
        }
        for entry in priceList?.entries ?? [] {
            do {
                try entry.ticketType.code.check()
                try entry.priceCategory.code.check()
            } catch {
                throw UnsellableShowtime(
                    id: id, reason: "the code '\(entry.ticketType.code)' or '\(entry.priceCategory.code)' \(error)")
            }
        }
        guard let timeZone = TimeZone(identifier: row["time_zone"]) else {
            throw UnsellableShowtime(
                id: id, reason: "the time zone of its theater, '\(row["time_zone"] as String)', is no IANA time zone")
        }
        let layout: SeatLayout
        do {
            layout = try SeatPlan.layout(of: row["plan"])
        } catch {
            throw UnsellableShowtime(id: id, reason: "the plan of its room, line \(error.line): \(error.message)")
        }
        guard showtimeSpan.contains(row["starts_at"]), showtimeSpan.contains(row["ends_at"]) else {
            throw UnsellableShowtime(id: id, reason: outsideOfSpan)
        }
        self.init(
            id: id,
            movie: row["title"],
            movieSlug: row["movie_slug"],
            theater: row["theater"],
            theaterSlug: row["theater_slug"],
            timeZone: timeZone,
            auditorium: row["auditorium"],
            startsAt: Date(timeIntervalSince1970: row["starts_at"]),
            endsAt: Date(timeIntervalSince1970: row["ends_at"]),
            status: ShowtimeStatus(rawValue: row["status"]) ?? .cancelled,
            layout: layout,
            priceList: priceList ?? PriceList(entries: [])
        )
    }
}

extension Database {
    fileprivate func offer(showtime id: ShowtimeID) throws -> ShowtimeOffer? {
        try Row.fetchOne(self, sql: offerQuery, arguments: [id.text]).map {
            try ShowtimeOffer(row: $0, as: id, in: self)
        }
    }

    /// - Throws: `DatabaseError` if the catalog lacks a table or a column that offers are read from.
    func requireOfferTables() throws {
        _ = try makeStatement(sql: offerQuery)
        _ = try makeStatement(sql: priceQuery)
    }

    /// The prices of a price list, ticket types and price categories in the order of the catalog.
    ///
    /// - Throws: ``CatalogContentError`` for one in no currency: nobody could pay it.
    func priceList(_ id: Int64) throws -> PriceList {
        let rows = try Row.fetchAll(
            self,
            sql: priceQuery,
            arguments: [id])
        return PriceList(
            entries: try rows.map { row in
                let code: String = row[5]
                guard let currency = Currency(code: code), currency.isKnown else {
                    throw CatalogContentError(
                        row: "price_list \(id)",
                        reason: "'\(code)' is the code of no currency (ISO 4217); write one such as EUR")
                }
                return PriceList.Entry(
                    ticketType: TicketType(code: key(row[0]), name: row[1]),
                    priceCategory: PriceCategory(code: key(row[2]), name: row[3]),
                    price: Money(amount: row[4], currency: currency))
            })
    }
}

/// A key that a person may have written with SQL, in a normal form of their own.
private func key<Named>(_ text: String) -> Key<Named> { Key(stored: text.inNormalForm) }

/// A showtime of which no ticket can be made: a catalog that was written with SQL has names that a ticket cannot carry.
package struct UnsellableShowtime: Error, CustomStringConvertible {
    let id: ShowtimeID
    let reason: String

    package var description: String { "showtime '\(id)' cannot be sold, \(reason); mend it in the catalog" }
}
