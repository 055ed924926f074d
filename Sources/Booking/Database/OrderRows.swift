package import Cinema

/// An order that is to be written.
package struct NewOrder: Sendable {
    package let order: Order
    package let hold: HoldID
    package let payment: PaymentID
    package let buyer: Buyer

    package init(order: Order, hold: HoldID, payment: PaymentID, buyer: Buyer) {
        self.order = order
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
