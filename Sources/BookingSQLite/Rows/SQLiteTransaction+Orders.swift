import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteTransaction {
    func insert(_ new: NewOrder) throws {
        let order = new.order
        try execute(
            """
            INSERT INTO "order"
                (id, sealed, number, hold, payment, showtime, total, currency, name, email, mailbox, created_at, channel,
                business_day, theater, sale_number, owner)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                order.id.digest, new.sealed, order.number.text, new.hold.digest, new.payment.text, order.showtime.text,
                order.total.amount, order.total.currency.code, new.buyer.name, new.buyer.email,
                new.buyer.mailbox.key, Instant(order.createdAt),
                order.sale.channel.rawValue, order.sale.businessDay?.iso, order.sale.number?.theater,
                order.sale.number?.number, order.owner?.text,
            ])
        for (place, (ticket, sealed)) in zip(order.tickets, new.sealedTickets).enumerated() {
            try execute(
                """
                INSERT INTO ticket (id, sealed, order_id, place, seat, ticket_type, price) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    ticket.id.digest, sealed, order.id.digest, place, ticket.seat.seat.text,
                    ticket.seat.ticketType.text,
                    ticket.seat.price.amount,
                ])
        }
    }

    func setRefundDay(_ day: CivilDate, of order: OrderID) throws {
        try execute(#"UPDATE "order" SET refund_day = ? WHERE id = ?"#, [day.iso, order.digest])
    }

    func nextSaleNumber(of theater: String, through channel: SalesChannel) throws -> Int {
        try number(
            """
            INSERT INTO sale_series (theater, channel, last) VALUES (?, ?, 1)
            ON CONFLICT (theater, channel) DO UPDATE SET last = last + 1 RETURNING last
            """, [theater, channel.rawValue])
    }

    // MARK: - Showings

    /// Who writes to SQLite writes alone, so there is nothing to lock.
    func closedShowings(among showtimes: Set<ShowtimeID>) throws -> Set<ShowtimeID> {
        try showtimes.filter { try row("SELECT 1 FROM closed_showing WHERE showtime = ?", [$0.text]) != nil }
    }

    func insert(_ closed: ClosedShowing) throws -> Bool {
        try execute(
            "INSERT INTO closed_showing (showtime, closed_at, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [closed.showtime.text, closed.closedAt, closed.reason])
        return database.changesCount == 1
    }

    func removeClosedShowing(_ showtime: ShowtimeID) throws -> Bool {
        try execute("DELETE FROM closed_showing WHERE showtime = ?", [showtime.text])
        return database.changesCount == 1
    }

    func insert(_ record: ShowingRecord, of showtime: ShowtimeID) throws {
        try execute(
            "INSERT INTO showing (showtime, sequence, facts, standing, recorded_at) VALUES (?, ?, ?, ?, ?)",
            [
                showtime.text, record.sequence, try record.state.showing.facts(), record.state.standing.rawValue,
                Instant(record.recordedAt),
            ])
    }

    func complete(_ record: ShowingRecord, of showtime: ShowtimeID) throws {
        try execute(
            "UPDATE showing SET facts = ? WHERE showtime = ? AND sequence = ?",
            [try record.state.showing.facts(), showtime.text, record.sequence])
    }
}
