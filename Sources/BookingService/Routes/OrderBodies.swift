import Booking
import Cinema

// The JSON of payments, orders and tickets, as openapi.yaml describes it.

/// How a payment stands.
struct PaymentStatusBody: Codable {
    struct NextAction: Codable {
        let url: String
    }

    let status: String
    var nextAction: NextAction?
    var declineCode: String?
    var order: OrderBody?
}

struct PaidBody: Encodable {
    let order: OrderBody
}

struct OrderBody: Codable {
    struct Ticket: Codable {
        let id: String
        let seat: SeatName
        let ticketType: TicketTypeCode
        let price: Money
        let status: String
        let png: String
    }

    let id: String
    /// What people call the order by; it gives no right to see it.
    let number: String
    let status: String
    let showtime: ShowtimeID
    let total: Money
    let createdAt: String
    let tickets: [Ticket]
    /// Only where an order is asked for, not in the answers to payments and refunds.
    let showing: OrderedShowingBody?

    init(_ order: Order, _ showing: OrderedShowingBody? = nil) {
        self.showing = showing
        id = order.id.text
        number = order.number.text
        status = order.status.rawValue
        showtime = order.showtime
        total = order.total
        createdAt = order.createdAt.rfc3339
        tickets = order.tickets.map {
            Ticket(
                id: $0.id.text, seat: $0.seat.seat, ticketType: $0.seat.ticketType, price: $0.seat.price,
                status: $0.status.rawValue, png: TicketRoutes.png($0.id))
        }
    }
}

struct TicketBody: Encodable {
    let id: String
    let showtime: ShowtimeID
    let seat: SeatName
    let ticketType: TicketTypeCode
    let status: String
    let price: Money
    /// What the QR code says; none once the ticket is void, for a door without a network would let it in.
    let code: String?
    let png: String
}
