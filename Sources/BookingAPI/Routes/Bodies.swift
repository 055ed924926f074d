import Booking
import Cinema
import Foundation
import Payments

// The JSON of the API, as openapi.yaml describes it.

struct SeatsBody: Encodable {
    let showtime: String
    let version: Int
    let sold: [String]
    let held: [String]
}

struct NewHoldBody: Decodable {
    struct Seat: Decodable {
        let seat: String
        let ticketType: String
    }

    let showtime: String
    let seats: [Seat]
}

struct HoldBody: Encodable {
    let id: String
    let showtime: String
    let seats: [PricedSeat]
    let total: Money
    let expiresAt: String

    init(_ hold: Hold) {
        id = hold.id.text
        showtime = hold.showtime
        seats = hold.seats
        total = hold.total
        expiresAt =
            hold.expiresAt.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
            + "Z"
    }
}

struct PaymentBody: Decodable {
    struct Payment: Decodable {
        let method: String?
        let card: Card?
    }

    struct Card: Decodable {
        let number: String
        let expMonth: Int
        let expYear: Int
        let cvc: String
    }

    let name: String
    let email: String
    let payment: Payment

    var paymentMethod: PaymentMethod {
        get throws {
            switch (payment.method, payment.card) {
            case (let name?, nil): .named(name)
            case (nil, let card?):
                .card(.init(number: card.number, expMonth: card.expMonth, expYear: card.expYear, cvc: card.cvc))
            default: throw BookingError.invalidRequest("payment: give either 'method' or 'card'")
            }
        }
    }
}

struct PaidBody: Encodable {
    let order: OrderBody
}

struct OrderBody: Encodable {
    struct Ticket: Encodable {
        let id: String
        let seat: String
        let ticketType: String
        let png: String
    }

    let id: String
    let status: String
    let showtime: String
    let total: Money
    let tickets: [Ticket]

    init(_ order: Order) {
        id = order.id.text
        status = order.status.rawValue
        showtime = order.showtime
        total = order.total
        tickets = order.tickets.map {
            Ticket(id: $0.id.text, seat: $0.seat.seat, ticketType: $0.seat.ticketType, png: TicketRoutes.png($0.id))
        }
    }
}

struct TicketBody: Encodable {
    let id: String
    let showtime: String
    let seat: String
    let ticketType: String
    let price: Money
    /// What the QR code says.
    let code: String
    let png: String
}

struct TicketKeysBody: Encodable {
    struct Key: Encodable {
        let id: String
        let algorithm: String
        let publicKey: String
    }

    let keys: [Key]
}
