package import Cinema
package import Foundation

/// A seat that a buyer asks for.
package struct SeatRequest: Hashable, Sendable {
    package let seat: String
    package let ticketType: String

    package init(seat: String, ticketType: String) {
        self.seat = seat
        self.ticketType = ticketType
    }
}

/// A seat with the price that its buyer was told, which stays.
package struct PricedSeat: Hashable, Sendable, Codable {
    package let seat: String
    package let ticketType: String
    package let price: Money

    package init(seat: String, ticketType: String, price: Money) {
        self.seat = seat
        self.ticketType = ticketType
        self.price = price
    }
}

/// What the seats that someone asks for cost: the request, found good by the rules that need no store.
package struct Quote: Hashable, Sendable {
    package let showtime: String
    package let showing: Showing
    /// In the order asked for, each seat once.
    package let seats: [PricedSeat]
    package let total: Money
    /// How many seats the room has.
    package let roomSize: Int

    package init(
        _ requests: [SeatRequest], of offer: SeatsOnSale, at now: Date, policy: BookingPolicy
    )
        throws(BookingError)
    {
        guard offer.status == .scheduled, now < offer.startsAt + policy.salesCloseAfterStart else {
            throw .salesClosed
        }
        guard !requests.isEmpty else { throw .invalidRequest("ask for at least one seat") }
        guard requests.count <= policy.seatsPerHold else { throw .tooManySeats(limit: policy.seatsPerHold) }
        guard Set(requests.map(\.seat)).count == requests.count else {
            throw .invalidRequest("a seat is named twice")
        }
        let unknown = requests.map(\.seat).filter { offer.priceCategory(of: $0) == nil }
        guard unknown.isEmpty else { throw .unknownSeat(unknown) }

        var seats: [PricedSeat] = []
        for request in requests {
            guard
                let category = offer.priceCategory(of: request.seat),
                let price = offer.priceList.price(ticketType: request.ticketType, priceCategory: category)
            else { throw .unknownTicketType(request.ticketType) }
            seats.append(PricedSeat(seat: request.seat, ticketType: request.ticketType, price: price))
        }
        showtime = offer.id
        showing = offer.showing
        self.seats = seats
        roomSize = offer.seatCount
        total = Money(amount: try Self.sum(seats.map(\.price.amount)), currency: seats[0].price.currency)
    }

    /// A catalog may hold any price.
    private static func sum(_ amounts: [Int]) throws(BookingError) -> Int {
        var total = 0
        for amount in amounts {
            let (sum, isTooLarge) = total.addingReportingOverflow(amount)
            guard !isTooLarge else { throw .invalidRequest("these seats cost more than can be counted") }
            total = sum
        }
        return total
    }
}
