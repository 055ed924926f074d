import Booking
import Cinema
import Foundation
import GRDB
import Idempotency

extension SQLiteRows {
    func order(_ id: OrderID) throws -> Order? {
        let found = try row(
            """
            SELECT o.number, o.showtime, o.total, o.currency, o.created_at, o.channel, o.business_day, o.theater,
                o.sale_number, o.owner, hold.language, payment.state
            FROM "order" o JOIN payment ON payment.id = o.payment JOIN hold ON hold.id = o.hold WHERE o.id = ?
            """, [id.digest])
        guard let found else { return nil }
        let total = Money(amount: found["total"], currency: try Self.currency(found["currency"]))
        let created: Instant = found["created_at"]
        let seal = TicketSeal(of: id)
        return Order(
            id: id, number: OrderNumber(stored: found["number"]), status: try Self.orderStatus(found),
            showtime: ShowtimeID(stored: found["showtime"]), total: total, createdAt: created.date,
            sale: try Self.saleEntry(found), owner: Self.account(found["owner"]),
            language: Self.language(found["language"]),
            tickets: try rows(
                "SELECT id, sealed, place, seat, ticket_type, price FROM ticket WHERE order_id = ? ORDER BY place",
                [id.digest]
            ).map { row in
                let name = SealedName(digest: row["id"], sealed: row["sealed"])
                guard let ticket = seal.ticket(name, at: row["place"]) else {
                    throw Self.damage("the name of a ticket is not its own")
                }
                return (ticket, Self.seat(row, in: total.currency))
            })
    }

    func order(of hold: HoldID) throws -> NamedOrder? {
        try row(#"SELECT id, sealed, number FROM "order" WHERE hold = ?"#, [hold.digest]).map { row in
            NamedOrder(
                number: OrderNumber(stored: row["number"]),
                name: SealedName(digest: row["id"], sealed: row["sealed"]))
        }
    }

    func order(paidWith payment: PaymentID) throws -> SoldOrder? {
        let found = try row(
            #"SELECT id, number, showtime, total, currency FROM "order" WHERE payment = ?"#, [payment.text])
        guard let found else { return nil }
        let (key, currency): (Data, String) = (found["id"], found["currency"])
        return SoldOrder(
            number: OrderNumber(stored: found["number"]), showtime: ShowtimeID(stored: found["showtime"]),
            seats: try rows("SELECT seat FROM ticket WHERE order_id = ? ORDER BY place", [key])
                .map { SeatName(stored: $0[0]) },
            total: Money(amount: found["total"], currency: try Self.currency(currency)))
    }

    func hasOrder(_ number: OrderNumber) throws -> Bool {
        try row(#"SELECT 1 FROM "order" WHERE number = ?"#, [number.text]) != nil
    }

    func ticket(_ id: TicketID) throws -> Ticket? {
        try row(
            """
            SELECT ticket.seat, ticket.ticket_type, ticket.price, o.currency, o.showtime, payment.state
            FROM ticket JOIN "order" o ON o.id = ticket.order_id JOIN payment ON payment.id = o.payment
            WHERE ticket.id = ?
            """, [id.digest]
        ).map { row in
            Ticket(
                id: id, showtime: ShowtimeID(stored: row["showtime"]),
                seat: Self.seat(row, in: try Self.currency(row["currency"])),
                status: try Self.orderStatus(row).tickets)
        }
    }

    func paidTickets(of mailbox: Mailbox, in showtime: ShowtimeID) throws -> Int {
        try number(
            """
            SELECT count(*) FROM "order" o JOIN payment ON payment.id = o.payment
            JOIN ticket ON ticket.order_id = o.id
            WHERE o.showtime = ? AND o.mailbox = ? AND payment.state IN \(PaymentState.paidList)
            """, [showtime.text, mailbox.key])
    }

    func answer(_ key: Data) throws -> KeptAnswer? {
        try row("SELECT fingerprint, sealed, outcome FROM answer WHERE key = ?", [key]).map { row in
            KeptAnswer(
                call: RepeatableCall(key: key, fingerprint: row["fingerprint"]), sealed: row["sealed"],
                outcome: row["outcome"])
        }
    }

    private static func orderStatus(_ row: Row) throws -> Order.Status {
        let state = try state(row["state"])
        guard let status = state.orderStatus else { throw damage("an order's payment is '\(state)'") }
        return status
    }

    private static func saleEntry(_ row: Row) throws -> SaleEntry {
        let name: String = row["channel"]
        guard let channel = SalesChannel(rawValue: name) else { throw damage("'\(name)' is no sales channel") }
        var number: SaleNumber?
        if let theater: String = row["theater"] { number = SaleNumber(theater: theater, number: row["sale_number"]) }
        return SaleEntry(
            channel: channel, businessDay: (row["business_day"] as String?).flatMap { CivilDate(iso: $0) },
            number: number)
    }

    private static func seat(_ row: Row, in currency: Currency) -> PricedSeat {
        PricedSeat(
            seat: SeatName(stored: row["seat"]), ticketType: TicketTypeCode(stored: row["ticket_type"]),
            price: Money(amount: row["price"], currency: currency))
    }
}
