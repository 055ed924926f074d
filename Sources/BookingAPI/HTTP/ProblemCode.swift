package import HTTPTypes

/// What a program may rely on when a call is refused: the `code` of a problem, its status and its title.
package enum ProblemCode: String, CaseIterable, Sendable {
    case invalidRequest = "invalid_request"
    case bodyTooLarge = "body_too_large"
    case unsupportedMediaType = "unsupported_media_type"
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case unknownShowtime = "unknown_showtime"
    case salesClosed = "sales_closed"
    case seatsUnavailable = "seats_unavailable"
    case unknownSeat = "unknown_seat"
    case unknownTicketType = "unknown_ticket_type"
    case tooManySeats = "too_many_seats"
    case tooManyRequests = "too_many_requests"
    case unknownHold = "unknown_hold"
    case holdExpired = "hold_expired"
    case holdCompleted = "hold_completed"
    case extensionLimit = "extension_limit"
    case paymentDeclined = "payment_declined"
    case unknownOrder = "unknown_order"
    case unknownPayment = "unknown_payment"
    case unknownTicket = "unknown_ticket"
    case ticketVoid = "ticket_void"
    case unauthorized
    case refundsOff = "refunds_off"
    case idempotencyMismatch = "idempotency_mismatch"
    case idempotencyInProgress = "idempotency_in_progress"
    case upgradeRequired = "upgrade_required"
    case originNotAllowed = "origin_not_allowed"
    case requestTimeout = "request_timeout"
    case headersTooLarge = "headers_too_large"
    case expectationFailed = "expectation_failed"
    case notImplemented = "not_implemented"
    case overloaded
    case serviceUnavailable = "service_unavailable"
    case internalError = "internal_error"

    package var status: HTTPResponse.Status {
        switch self {
        case .paymentDeclined: .init(code: 402, reasonPhrase: "Payment Required")
        case .notFound, .unknownShowtime, .unknownHold, .unknownOrder, .unknownPayment, .unknownTicket:
            .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .salesClosed, .seatsUnavailable, .holdCompleted, .extensionLimit, .idempotencyInProgress: .conflict
        case .holdExpired, .ticketVoid: .gone
        case .unauthorized: .unauthorized
        case .refundsOff: .forbidden
        case .bodyTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .invalidRequest, .unknownSeat, .unknownTicketType, .tooManySeats, .idempotencyMismatch:
            .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .upgradeRequired: .init(code: 426, reasonPhrase: "Upgrade Required")
        case .originNotAllowed: .forbidden
        case .requestTimeout: .requestTimeout
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .expectationFailed: .expectationFailed
        case .notImplemented: .notImplemented
        case .serviceUnavailable, .overloaded: .serviceUnavailable
        case .internalError: .internalServerError
        }
    }

    /// Whether the request was turned away to keep within the limits.
    var isRejection: Bool {
        switch self {
        case .tooManyRequests, .overloaded, .requestTimeout, .headersTooLarge, .bodyTooLarge: true
        default: false
        }
    }

    var title: String {
        switch self {
        case .invalidRequest: "The request is not valid"
        case .bodyTooLarge: "The body is too large"
        case .unsupportedMediaType: "The media type is not supported"
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "The method is not allowed here"
        case .unknownShowtime: "There is no such showtime"
        case .salesClosed: "Sales are closed"
        case .seatsUnavailable: "Seats are no longer available"
        case .unknownSeat: "There is no such seat"
        case .unknownTicketType: "There is no such ticket type for this seat"
        case .tooManySeats: "Too many seats for one hold"
        case .tooManyRequests: "Too many requests"
        case .unknownHold: "There is no such hold"
        case .holdExpired: "The hold has expired"
        case .holdCompleted: "The hold is already paid"
        case .extensionLimit: "The hold cannot be extended further"
        case .paymentDeclined: "The payment was declined"
        case .unknownOrder: "There is no such order"
        case .unknownPayment: "There is no payment"
        case .unknownTicket: "There is no such ticket"
        case .ticketVoid: "The ticket is void"
        case .unauthorized: "This needs a key"
        case .refundsOff: "Refunds are off"
        case .idempotencyMismatch: "The idempotency key belongs to another request"
        case .idempotencyInProgress: "The same request is still running"
        case .upgradeRequired: "This is a WebSocket"
        case .originNotAllowed: "The origin is not allowed"
        case .requestTimeout: "The request took too long to arrive"
        case .headersTooLarge: "The headers are too large"
        case .expectationFailed: "The expectation cannot be met"
        case .notImplemented: "This part of HTTP is not understood"
        case .overloaded: "Too much to do"
        case .serviceUnavailable: "The service is not available"
        case .internalError: "Something went wrong"
        }
    }
}
