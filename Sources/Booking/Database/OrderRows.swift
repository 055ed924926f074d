package import Cinema
package import Foundation

/// An order that is to be written.
package struct NewOrder: Sendable {
    package let order: Order
    /// The order's name, for who has the key (``OrderKeyring``).
    package let sealed: Data
    /// Those of its tickets, for who has the order's (``TicketSeal``).
    package let sealedTickets: [Data]
    package let hold: HoldID
    package let payment: PaymentID
    package let buyer: Buyer

    package init(order: Order, sealed: Data, hold: HoldID, payment: PaymentID, buyer: Buyer) throws {
        let seal = TicketSeal(of: order.id)
        sealedTickets = try order.tickets.map { try seal.seal($0.id) }
        self.order = order
        self.sealed = sealed
        self.hold = hold
        self.payment = payment
        self.buyer = buyer
    }
}

/// An order without its secrets.
package struct SoldOrder: Hashable, Sendable {
    package let number: OrderNumber
    package let showtime: ShowtimeID
    package let seats: [SeatName]
    package let total: Money

    package init(number: OrderNumber, showtime: ShowtimeID, seats: [SeatName], total: Money) {
        self.number = number
        self.showtime = showtime
        self.seats = seats
        self.total = total
    }
}

/// As what an order was sold: the number of a ``ShowingRecord``.
package struct SoldShowing: Hashable, Sendable {
    package let showtime: ShowtimeID
    package let sequence: Int

    package init(showtime: ShowtimeID, sequence: Int) {
        self.showtime = showtime
        self.sequence = sequence
    }
}

/// The order that a hold became, as its row names it.
package struct NamedOrder: Hashable, Sendable {
    package let number: OrderNumber
    package let name: SealedName

    package init(number: OrderNumber, name: SealedName) {
        self.number = number
        self.name = name
    }
}
