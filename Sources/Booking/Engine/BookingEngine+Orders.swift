import Cinema
import Foundation
package import Idempotency

extension BookingEngine {
    package func sell(
        _ payment: PaymentID, for purchase: Purchase, answering: Answering<OrderID>?
    ) async throws -> Sale {
        let id = purchase.hold.order
        let answer = try SealedAnswer(answering, id)
        return try await write { [self] transaction in
            let hold = try transaction.requireHold(purchase.hold)
            if let refusal = try refusal(of: hold, for: purchase.buyer, transaction) {
                try advance(payment, to: .voiding, transaction)
                return .refused(refusal)
            }
            try advance(payment, to: .sold, transaction)
            guard try transaction.sell(hold, to: id).isEmpty else {
                throw ConflictingClaims(showtime: hold.showtime)
            }
            try transaction.end(hold, as: .completed)
            try transaction.change(hold.showtime, sold: hold.seats.map(\.seat), held: [], released: [])
            let order = Order(
                id: id, number: try newNumber(transaction), status: .paid, showtime: hold.showtime, total: hold.total,
                createdAt: transaction.now.date, seats: hold.seats)
            try transaction.insert(
                NewOrder(order: order, hold: hold.id, payment: payment, buyer: purchase.buyer))
            try transaction.append(BookingEvent(.sold, order.sold, at: transaction.now))
            try transaction.keep(answer, outcome: order.status.rawValue)
            return .sold(order)
        }
    }

    /// Why the seats of `hold` cannot be sold; `nil` if they can.
    ///
    /// Its time is not looked at: an expired hold keeps its seats for as long as nobody else has taken them.
    private func refusal(
        of hold: Hold, for buyer: Buyer, _ transaction: any BookingTransaction
    ) throws -> BookingError? {
        do {
            try hold.requireUnended()
            try requireWithinLimit(hold, of: buyer, transaction)
        } catch let refusal as BookingError {
            return refusal
        }
        let claims = try transaction.claims(on: Set(hold.seats.map { SeatKey(hold.showtime, $0.seat) }))
        let digest = hold.id.digest
        return claims.values.contains { $0.excludes(digest, at: transaction.now) } ? .holdExpired : nil
    }

    /// - Throws: `tooManySeatsForBuyer` if the hold's seats were too many, with those that the buyer has of the showtime.
    func requireWithinLimit(_ hold: Hold, of buyer: Buyer, _ rows: any BookingRows) throws {
        guard let limit = policy.seatsPerBuyer else { return }
        let bought = try rows.paidTickets(of: buyer.mailbox, in: hold.showtime)
        guard bought + hold.seats.count <= limit else { throw BookingError.tooManySeatsForBuyer(limit: limit) }
    }

    private func newNumber(_ rows: any BookingRows) throws -> OrderNumber {
        var random = environment.random()
        return try OrderNumber.unused(&random) { try rows.hasOrder($0) }
    }

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
                try transaction.append(BookingEvent(.voided, order.sold, at: transaction.now))
            }
            return order.standing(.refunding)
        }
    }

    package func order(_ id: OrderID) async throws -> Order {
        try await database.read { try $0.requireOrder(id) }
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

/// Seats of a hold are somebody else's, though just before they were not: rows were written by another way than this. The key
/// has kept them apart, and nothing was sold.
struct ConflictingClaims: Error, CustomStringConvertible {
    let showtime: ShowtimeID

    var description: String { "the seats of a hold of \(showtime.text) were claimed by somebody else meanwhile" }
}

extension BookingRows {
    fileprivate func requireOrder(_ id: OrderID) throws -> Order {
        guard let order = try order(id) else { throw BookingError.unknownOrder }
        return order
    }
}
