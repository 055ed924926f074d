import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    package func order(_ id: OrderID) async throws -> Order {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: #"SELECT status, showtime, total, currency, created_at FROM "order" WHERE id = ?"#,
                arguments: [id.text])
            guard let row, let status = Order.Status(rawValue: row["status"]) else { throw BookingError.unknownOrder }
            let created: Instant = row["created_at"]
            let tickets = try Row.fetchAll(
                database, sql: "SELECT * FROM ticket WHERE order_id = ? ORDER BY place", arguments: [id.text])
            return Order(
                id: id, status: status, showtime: row["showtime"],
                total: Money(amount: row["total"], currency: try Self.currency(row["currency"])),
                createdAt: created.date, tickets: try tickets.map(Self.ticket))
        }
    }

    package func ticket(_ id: TicketID) async throws -> Ticket {
        try await read { database in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM ticket WHERE id = ?", arguments: [id.text])
            guard let row else { throw BookingError.unknownTicket }
            return try Self.ticket(row)
        }
    }

    func insert(
        _ id: OrderID, of hold: Hold, paidWith payment: PaymentID, by buyer: Buyer, at now: Instant,
        _ random: inout any RandomNumberGenerator, _ database: Database
    ) throws -> Order {
        let order = Order(
            id: id, status: .paid, showtime: hold.showtime, total: hold.total, createdAt: now.date,
            tickets: hold.seats.map { Ticket(id: TicketID(random: &random), showtime: hold.showtime, seat: $0) })
        try database.cachedStatement(
            sql: """
                INSERT INTO "order" (id, hold, payment, status, showtime, total, currency, name, email, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.text, hold.id.text, payment.text, order.status.rawValue, order.showtime, order.total.amount,
            order.total.currency.code, buyer.name, buyer.email, now,
        ])
        for (place, ticket) in order.tickets.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT INTO ticket (id, order_id, place, showtime, seat, ticket_type, price, currency)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                ticket.id.text, id.text, place, ticket.showtime, ticket.seat.seat, ticket.seat.ticketType,
                ticket.seat.price.amount, ticket.seat.price.currency.code,
            ])
        }
        return order
    }

    private static func ticket(_ row: Row) throws -> Ticket {
        Ticket(
            id: TicketID(stored: row["id"]), showtime: row["showtime"],
            seat: PricedSeat(
                seat: row["seat"], ticketType: row["ticket_type"],
                price: Money(amount: row["price"], currency: try currency(row["currency"]))))
    }
}
