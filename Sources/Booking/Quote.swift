package import Cinema
package import Foundation

/// A seat that a buyer asks for, in the buyer's own spelling.
package struct SeatRequest: Hashable, Sendable {
    package let seat: String
    package let ticketType: String

    package init(seat: String, ticketType: String) {
        self.seat = seat
        self.ticketType = ticketType
    }
}

/// A seat with the price that its buyer was told, which stays. Its name is the room's own spelling.
package struct PricedSeat: Hashable, Sendable, Codable {
    package let seat: SeatName
    package let ticketType: TicketTypeCode
    package let price: Money

    package init(seat: SeatName, ticketType: TicketTypeCode, price: Money) {
        self.seat = seat
        self.ticketType = ticketType
        self.price = price
    }
}

/// What the seats that someone asks for cost: the request, found good by the rules that need no store.
package struct Quote: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let showing: Showing
    /// In the order asked for, each seat once.
    package let seats: [PricedSeat]
    package let total: Money
    /// How many seats the room has.
    package let roomSize: Int
}

extension Quote {
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
        let names = try Self.names(of: requests, in: offer)
        var seats: [PricedSeat] = []
        for (request, seat) in zip(requests, names) {
            guard
                let ticketType = TicketTypeCode(request.ticketType),
                let category = offer.priceCategory(of: seat),
                let price = offer.priceList.price(ticketType: ticketType, priceCategory: category)
            else { throw .unknownTicketType(request.ticketType) }
            seats.append(PricedSeat(seat: seat, ticketType: ticketType, price: price))
        }
        let total = Money(amount: try Self.sum(seats.map(\.price.amount)), currency: seats[0].price.currency)
        self.init(
            showtime: offer.id, showing: offer.showing, seats: seats, total: total, roomSize: offer.seatCount)
    }

    /// The seats as the room itself spells them, however they were asked for: from here on there is one spelling of each.
    private static func names(
        of requests: [SeatRequest], in offer: SeatsOnSale
    ) throws(BookingError) -> [SeatName] {
        var names: [SeatName] = []
        var unknown: [String] = []
        for request in requests {
            if let name = SeatName(request.seat), offer.priceCategory(of: name) != nil {
                names.append(name)
            } else {
                unknown.append(request.seat)
            }
        }
        guard unknown.isEmpty else { throw .unknownSeat(unknown) }
        guard Set(names).count == names.count else { throw .invalidRequest("a seat is named twice") }
        return names
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
