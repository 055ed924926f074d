import Cinema
import Foundation
package import Idempotency

extension BookingEngine {
    package func startRefund(of id: OrderID) async throws -> Order {
        try await write { [self] transaction in
            let order = try transaction.requireOrder(id)
            guard order.status.canBecome(.refunding) else { return order }
            guard let payment = try transaction.payment(of: id) else { throw BookingError.unknownOrder }
            try advance(payment.id, to: .refunding, transaction)
            let released = try transaction.removeClaims(of: order)
            // Where a refund that has failed is tried again, its tickets are void already.
            if !released.isEmpty {
                try transaction.change(order.showtime, sold: [], held: [], released: released)
                if let showing = try transaction.newestRecord(of: order.showtime)?.state.showing {
                    try transaction.setRefundDay(showing.businessDay(at: transaction.now), of: id)
                }
                try transaction.append(BookingEvent(.voided, order.sold, at: transaction.now))
            }
            return order.standing(.refunding)
        }
    }

    package func order(_ id: OrderID) async throws -> Order {
        try await database.read { try $0.requireOrder(id) }
    }

    package func order(of hold: HoldID) async throws -> Order {
        try await database.read { [keys] rows in
            guard let named = try rows.order(of: hold) else { throw BookingError.unknownOrder }
            guard let id = keys.order(named.name, of: hold) else { throw OrderNameLost(number: named.number) }
            return try rows.requireOrder(id)
        }
    }

    package func order(_ id: OrderID, answering: Answering<OrderID>?) async throws -> Order {
        guard let answer = try SealedAnswer(answering, id) else { return try await order(id) }
        return try await write { transaction in
            let order = try transaction.requireOrder(id)
            try transaction.keep(answer, outcome: order.status.rawValue)
            return order
        }
    }

    package func order(_ id: OrderID, in answer: KeptAnswer) async throws -> Order {
        let order = try await order(id)
        return Order.Status(rawValue: answer.outcome).map(order.standing) ?? order
    }

    package func ticket(_ id: TicketID) async throws -> Ticket {
        guard let ticket = try await database.read({ try $0.ticket(id) }) else { throw BookingError.unknownTicket }
        return ticket
    }
}

extension BookingRows {
    fileprivate func requireOrder(_ id: OrderID) throws -> Order {
        guard let order = try order(id) else { throw BookingError.unknownOrder }
        return order
    }
}
