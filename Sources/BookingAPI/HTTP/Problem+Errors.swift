import Booking
import Catalog
import Cinema
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import PaymentSimulator

extension Problem {
    /// The one table from what went wrong to what is answered.
    ///
    /// - Returns: `nil` for what nobody expected.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as BookingError: self.init(refusal)
        case is StoreError, is PaymentUnavailable, is PaymentHasMovedOn, is SimulatedLedgerError:
            self = .later(.serviceUnavailable, "nothing was sold or paid; try again in a moment", retryAfter: 5)
        case is UnsellableShowtime:
            self = .later(
                .serviceUnavailable,
                "this showtime cannot be sold before the cinema has mended its catalog",
                retryAfter: 60)
        case is CatalogFault:
            self = .later(.serviceUnavailable, "the programme cannot be read; try again in a moment", retryAfter: 5)
        case is NIOTooManyBytesError:
            self.init(.bodyTooLarge, "send at most \(JSONBody.maximumSize) bytes")
        case is RequestTimeout: self.init(.requestTimeout, "send the body without a pause")
        case let error as HTTPParserError: self.init(error)
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, "see openapi.yaml for the calls there are")
        default: return nil
        }
    }

    /// What the parser of HTTP cannot make a request of.
    init(_ error: HTTPParserError) {
        if case .headerOverflow = error {
            self.init(.headersTooLarge, "send fewer and shorter headers, and a shorter path")
        } else {
            self.init(
                .invalidRequest, status: .badRequest,
                "this is no request of HTTP/1.1, or its method is one that is not known here")
        }
    }

    private init(_ refusal: BookingError) {
        switch refusal {
        case .unknownShowtime: self.init(.unknownShowtime, "no showtime has this id")
        case .salesClosed: self.init(.salesClosed, "seats of this showtime are no longer sold")
        case .seatsUnavailable(let seats):
            let names = seats.map(\.text)
            self.init(.seatsUnavailable, "someone else has \(names.joined(separator: ", ")); choose other seats")
            self.seats = names
        case .unknownSeat(let seats):
            self.init(.unknownSeat, "the room has no seat with this name")
            self.seats = seats
        case .unknownTicketType: self.init(.unknownTicketType, "this ticket type is not sold for the seat")
        case .tooManySeats(let limit): self.init(.tooManySeats, "one hold may have at most \(limit) seats")
        case .tooManySeatsForBuyer(let limit):
            self.init(.tooManySeats, "one buyer may have at most \(limit) seats of a showtime")
        case .tooManyOpenSeats(let limit, let seconds):
            self = .later(
                .tooManyRequests,
                "you hold as many unpaid seats as one may (\(limit)): pay for them, give some back, or ask the box office",
                retryAfter: seconds)
        case .tooManyDeclines(let limit, let seconds):
            self = .later(
                .tooManyRequests,
                "\(limit) payments of this hold were declined: ask your bank, or pay at the box office",
                retryAfter: seconds)
        case .invalidRequest(let detail): self.init(.invalidRequest, detail)
        case .unknownHold: self.init(.unknownHold, "no hold has this id, or it was released")
        case .holdExpired: self.init(.holdExpired, "the seats are free for all again; hold them anew")
        case .holdCompleted(let order):
            self.init(.holdCompleted, "the tickets are in the order")
            self.order = order.text
        case .extensionLimit: self.init(.extensionLimit, "the hold has its longest possible life already")
        case .unknownOrder: self.init(.unknownOrder, "no order has this id")
        case .unknownTicket: self.init(.unknownTicket, "no ticket has this id")
        }
    }
}
