package import Booking
import Cinema
import Foundation
import GRDB
package import Idempotency

extension SQLiteStore {
    package func order(_ id: OrderID) async throws -> Order {
        try await read { try Self.requireOrder(id, $0) }
    }

    package func ticket(_ id: TicketID) async throws -> Ticket {
        try await read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT ticket.seat, ticket.ticket_type, ticket.price, o.currency, o.showtime, payment.state
                        FROM ticket JOIN "order" o ON o.id = ticket.order_id JOIN payment ON payment.id = o.payment
                        WHERE ticket.id = ?
                        """),
                arguments: [id.digest])
            guard let row else { throw BookingError.unknownTicket }
            return Ticket(
                id: id, showtime: ShowtimeID(stored: row["showtime"]),
                seat: try Self.seat(row, in: Self.currency(row["currency"])),
                status: try Self.orderStatus(row).tickets)
        }
    }

    package func order(_ id: OrderID, answering: Answering<Order>?) async throws -> Order {
        guard let answering else { return try await order(id) }
        return try await write { [self] write in
            let order = try Self.requireOrder(id, write.database)
            try keep(answering, order, write)
            return order
        }
    }

    package func startRefund(of id: OrderID) async throws -> Order {
        try await write { [self] write in
            var order = try Self.requireOrder(id, write.database)
            if order.status.canBecome(.refunding) {
                let payment = try write.row(#"SELECT payment FROM "order" WHERE id = ?"#, [id.digest])
                guard let payment else { throw BookingError.unknownOrder }
                try advance(PaymentID(stored: payment["payment"]), to: .refunding, write)
                try free(order, &write)
                order = try Self.requireOrder(id, write.database)
            }
            return order
        }
    }

    func insert(_ hold: Hold, paidWith payment: PaymentID, by buyer: Buyer, _ write: StoreWrite) throws -> Order {
        let order = Order(
            id: hold.id.order, status: .paid, showtime: hold.showtime, total: hold.total, createdAt: write.now.date,
            seats: hold.seats)
        try write.execute(
            """
            INSERT INTO "order" (id, hold, payment, showtime, total, currency, name, email, mailbox, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                order.id.digest, hold.id.digest, payment.text, order.showtime.text, order.total.amount,
                order.total.currency.code, buyer.name, buyer.email, buyer.mailbox.key, write.now,
            ])
        for (place, ticket) in order.tickets.enumerated() {
            try write.execute(
                "INSERT INTO ticket (id, order_id, place, seat, ticket_type, price) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    ticket.id.digest, order.id.digest, place, ticket.seat.seat.text, ticket.seat.ticketType.text,
                    ticket.seat.price.amount,
                ])
        }
        return order
    }

    /// - Throws: `tooManySeatsForBuyer` if the hold's seats were too many, with those that the buyer has of the showtime.
    func requireWithinLimit(_ hold: Hold, of buyer: Buyer, _ database: Database) throws {
        guard let limit = policy.seatsPerBuyer else { return }
        let bought =
            try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT count(*) FROM "order" o JOIN payment ON payment.id = o.payment
                        JOIN ticket ON ticket.order_id = o.id
                        WHERE o.showtime = ? AND o.mailbox = ?
                        AND payment.state IN \(PaymentState.paidList)
                        """),
                arguments: [hold.showtime.text, buyer.mailbox.key]) ?? 0
        guard bought + hold.seats.count <= limit else { throw BookingError.tooManySeatsForBuyer(limit: limit) }
    }

    private func free(_ order: Order, _ write: inout StoreWrite) throws {
        let seats = try String.fetchAll(
            write.database.cachedStatement(
                sql: "DELETE FROM claim WHERE showtime = ? AND sold_to = ? RETURNING seat"),
            arguments: [order.showtime.text, order.id.digest])
        guard !seats.isEmpty else { return }
        try write.change(order.showtime, released: seats.sorted().map(SeatName.init(stored:)))
    }

    private static func requireOrder(_ id: OrderID, _ database: Database) throws -> Order {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT o.showtime, o.total, o.currency, o.created_at, payment.state
                    FROM "order" o JOIN payment ON payment.id = o.payment WHERE o.id = ?
                    """),
            arguments: [id.digest])
        guard let row else { throw BookingError.unknownOrder }
        let total = Money(amount: row["total"], currency: try currency(row["currency"]))
        let created: Instant = row["created_at"]
        let seats = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT seat, ticket_type, price FROM ticket WHERE order_id = ? ORDER BY place"),
            arguments: [id.digest])
        return Order(
            id: id, status: try orderStatus(row), showtime: ShowtimeID(stored: row["showtime"]), total: total,
            createdAt: created.date,
            seats: try seats.map { try seat($0, in: total.currency) })
    }

    private static func orderStatus(_ row: Row) throws -> Order.Status {
        let state: String = row["state"]
        guard let status = PaymentState(rawValue: state)?.orderStatus else {
            throw damage("an order's payment is '\(state)'")
        }
        return status
    }

    private static func seat(_ row: Row, in currency: Currency) throws -> PricedSeat {
        PricedSeat(
            seat: SeatName(stored: row["seat"]), ticketType: TicketTypeCode(stored: row["ticket_type"]),
            price: Money(amount: row["price"], currency: currency))
    }
}
