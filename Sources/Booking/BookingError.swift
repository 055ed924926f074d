package import Cinema

/// What the rules of booking answer when they refuse.
package enum BookingError: Error, Hashable, Sendable {
    case unknownShowtime
    /// Cancelled, closed, sold out by the cinema's word, or begun.
    case salesClosed
    /// All seats of the request that someone else holds or has bought.
    case seatsUnavailable([SeatName])
    /// As they were asked for.
    case unknownSeat([String])
    case unknownTicketType(String)
    case tooManySeats(limit: Int)
    case tooManySeatsForBuyer(limit: Int)
    case tooManyOpenSeats(limit: Int, secondsToWait: Int)
    case tooManyDeclines(limit: Int, secondsToWait: Int)
    case invalidRequest(String)
    case unknownHold
    case holdExpired
    /// `nil`: nobody here can name its order.
    case holdCompleted(OrderID?)
    case extensionLimit
    case unknownOrder
    case unknownTicket
}
