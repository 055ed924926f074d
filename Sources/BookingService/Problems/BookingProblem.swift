package import HTTPTypes
import WebService

/// Why booking refuses a call, besides what every service refuses (``GeneralProblem``).
package enum BookingProblem: String, ProblemCode, CaseIterable {
    case unknownShowtime = "unknown_showtime"
    case salesClosed = "sales_closed"
    case seatsUnavailable = "seats_unavailable"
    case unknownSeat = "unknown_seat"
    case unknownTicketType = "unknown_ticket_type"
    case tooManySeats = "too_many_seats"
    case unknownHold = "unknown_hold"
    case holdExpired = "hold_expired"
    case holdCompleted = "hold_completed"
    case extensionLimit = "extension_limit"
    case paymentDeclined = "payment_declined"
    case unknownOrder = "unknown_order"
    case unknownPayment = "unknown_payment"
    case unknownTicket = "unknown_ticket"
    case ticketVoid = "ticket_void"
    case refundsOff = "refunds_off"

    package var status: HTTPResponse.Status {
        switch self {
        case .paymentDeclined: .init(code: 402, reasonPhrase: "Payment Required")
        case .unknownShowtime, .unknownHold, .unknownOrder, .unknownPayment, .unknownTicket: .notFound
        case .salesClosed, .seatsUnavailable, .holdCompleted, .extensionLimit: .conflict
        case .holdExpired, .ticketVoid: .gone
        case .refundsOff: .forbidden
        case .unknownSeat, .unknownTicketType, .tooManySeats: .unprocessableContent
        }
    }

    package var title: String {
        switch self {
        case .unknownShowtime: "There is no such showtime"
        case .salesClosed: "Sales are closed"
        case .seatsUnavailable: "Seats are no longer available"
        case .unknownSeat: "There is no such seat"
        case .unknownTicketType: "There is no such ticket type for this seat"
        case .tooManySeats: "Too many seats for one hold"
        case .unknownHold: "There is no such hold"
        case .holdExpired: "The hold has expired"
        case .holdCompleted: "The hold is already paid"
        case .extensionLimit: "The hold cannot be extended further"
        case .paymentDeclined: "The payment was declined"
        case .unknownOrder: "There is no such order"
        case .unknownPayment: "There is no payment"
        case .unknownTicket: "There is no such ticket"
        case .ticketVoid: "The ticket is void"
        case .refundsOff: "Refunds are off"
        }
    }
}
