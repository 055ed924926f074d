package import Cinema
package import Foundation

package typealias OrderID = Identifier<Order>
package typealias TicketID = Identifier<Ticket>

/// A paid hold.
package struct Order: Hashable, Sendable {
    /// How an order stands: it follows its payment (``PaymentState/orderStatus``).
    ///
    ///     paid ──▶ refunding ──▶ refunded
    ///                 ▲   │
    ///                 │   ▼
    ///              refund_failed
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case paid
        /// Its tickets are void and its seats are free; the money is on its way back.
        case refunding
        case refunded
        /// The money could not be given back by the way it came; someone has to look into it.
        case refundFailed = "refund_failed"

        package func canBecome(_ next: Status) -> Bool {
            switch (self, next) {
            case (.paid, .refunding), (.refunding, .refunded), (.refunding, .refundFailed),
                (.refundFailed, .refunding):
                true
            default: false
            }
        }
    }

    package let id: OrderID
    package let number: OrderNumber
    package private(set) var status: Status
    package let showtime: ShowtimeID
    package let total: Money
    package let createdAt: Date
    package let sale: SaleEntry
    /// Whose it is, if an account's.
    package let owner: AccountID?
    /// In which its buyer is written to: that of the page on which the seats were chosen.
    package let language: PageLanguage?
    /// In the order in which the seats were asked for.
    package private(set) var tickets: [Ticket]

    package init(
        id: OrderID, number: OrderNumber, status: Status, showtime: ShowtimeID, total: Money, createdAt: Date,
        sale: SaleEntry, owner: AccountID?, language: PageLanguage?, tickets: [(id: TicketID, seat: PricedSeat)]
    ) {
        self.id = id
        self.number = number
        self.status = status
        self.showtime = showtime
        self.total = total
        self.createdAt = createdAt
        self.sale = sale
        self.owner = owner
        self.language = language
        self.tickets = tickets.map { Ticket(id: $0.id, showtime: showtime, seat: $0.seat, status: status.tickets) }
    }

    /// The same order as it stood at another time.
    package func standing(_ status: Status) -> Order {
        var order = self
        order.status = status
        order.tickets = tickets.map { $0.standing(status.tickets) }
        return order
    }

    package var sold: SoldOrder {
        SoldOrder(number: number, showtime: showtime, seats: tickets.map(\.seat.seat), total: total)
    }
}

/// The right to one seat of one showtime.
package struct Ticket: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case valid
        /// Its order was refunded: the seat may be someone else's.
        case void
    }

    package let id: TicketID
    package let showtime: ShowtimeID
    package let seat: PricedSeat
    package private(set) var status: Status

    package init(id: TicketID, showtime: ShowtimeID, seat: PricedSeat, status: Status) {
        self.id = id
        self.showtime = showtime
        self.seat = seat
        self.status = status
    }

    fileprivate func standing(_ status: Status) -> Ticket {
        var ticket = self
        ticket.status = status
        return ticket
    }
}

extension Order.Status {
    /// A ticket is good for as long as nobody has begun to give its money back.
    package var tickets: Ticket.Status { self == .paid ? .valid : .void }
}
