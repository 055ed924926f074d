package import Booking
package import Catalog
package import Checkout
import Cinema
package import PaymentSimulator
package import WebService

// The table from what goes wrong in booking to what is answered.

extension BookingError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownShowtime: return Problem(.unknownShowtime, "no showtime has this id")
        case .salesClosed: return Problem(.salesClosed, "seats of this showtime are no longer sold")
        case .seatsUnavailable(let seats):
            let names = seats.map(\.text)
            var problem = Problem(
                .seatsUnavailable, "someone else has \(names.joined(separator: ", ")); choose other seats")
            problem.members["seats"] = names
            return problem
        case .unknownSeat(let seats):
            var problem = Problem(.unknownSeat, "the room has no seat with this name")
            problem.members["seats"] = seats
            return problem
        case .unknownTicketType: return Problem(.unknownTicketType, "this ticket type is not sold for the seat")
        case .tooManySeats(let limit): return Problem(.tooManySeats, "one hold may have at most \(limit) seats")
        case .tooManySeatsForBuyer(let limit):
            return Problem(.tooManySeats, "one buyer may have at most \(limit) seats of a showtime")
        case .tooManyOpenSeats(let limit, let seconds):
            return .later(
                .tooManyRequests,
                "you hold as many unpaid seats as one may (\(limit)): pay for them, give some back, or ask the box office",
                retryAfter: seconds)
        case .tooManyDeclines(let limit, let seconds):
            return .later(
                .tooManyRequests,
                "\(limit) payments of this hold were declined: ask your bank, or pay at the box office",
                retryAfter: seconds)
        case .invalidRequest(let detail): return Problem(.invalidRequest, detail)
        case .unknownHold: return Problem(.unknownHold, "no hold has this id, or it was released")
        case .holdExpired: return Problem(.holdExpired, "the seats are free for all again; hold them anew")
        case .holdCompleted(let order):
            var problem = Problem(.holdCompleted, "the tickets are in the order")
            if let order { problem.members["order"] = order.text }
            return problem
        case .extensionLimit: return Problem(.extensionLimit, "the hold has its longest possible life already")
        case .unknownOrder: return Problem(.unknownOrder, "no order has this id")
        case .unknownTicket: return Problem(.unknownTicket, "no ticket has this id")
        }
    }
}

extension StoreError: ProblemConvertible {
    package var problem: Problem { .nothingHasHappened }
}

extension OrderNameLost: ProblemConvertible {
    package var problem: Problem {
        .later(
            .serviceUnavailable, "this is paid, but its tickets cannot be shown here now; ask the cinema for them",
            retryAfter: 60)
    }
}

extension PaymentUnavailable: ProblemConvertible {
    package var problem: Problem { .nothingHasHappened }
}

extension SimulatedLedgerError: ProblemConvertible {
    package var problem: Problem { .nothingHasHappened }
}

extension PaymentHasMovedOn: ProblemConvertible {
    package var problem: Problem { .nothingHasHappened }
}

extension UnsellableShowtime: ProblemConvertible {
    package var problem: Problem {
        .later(
            .serviceUnavailable, "this showtime cannot be sold before the cinema has mended its catalog",
            retryAfter: 60)
    }
}

extension CatalogFault: ProblemConvertible {
    package var problem: Problem {
        .later(.serviceUnavailable, "the programme cannot be read; try again in a moment", retryAfter: 5)
    }

    /// It is said once, when the catalog becomes unreadable.
    package var isLogged: Bool { true }
}

extension Problem {
    init(_ code: BookingProblem, _ detail: String) {
        self.init(code as any ProblemCode, detail)
    }

    fileprivate static var nothingHasHappened: Problem {
        .later(.serviceUnavailable, "nothing was sold or paid; try again in a moment", retryAfter: 5)
    }
}
