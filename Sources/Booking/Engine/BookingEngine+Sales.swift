import Cinema
import Foundation
package import Idempotency

extension BookingEngine {
    package func sell(
        _ payment: PaymentID, for purchase: Purchase, answering: Answering<OrderID>?
    ) async throws -> Sale {
        let id = newName() as OrderID
        let sealed = try keys.seal(id)
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
                createdAt: transaction.now.date, sale: try saleEntry(of: hold, through: .online, transaction),
                owner: hold.owner, language: hold.language, tickets: hold.seats.map { (newName(), $0) })
            try transaction.insert(
                NewOrder(order: order, sealed: sealed, hold: hold.id, payment: payment, buyer: purchase.buyer))
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
            try requireUnended(hold, transaction)
            try transaction.requireOpen(hold.showtime)
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

    private func saleEntry(
        of hold: Hold, through channel: SalesChannel, _ transaction: any BookingTransaction
    ) throws -> SaleEntry {
        let showing = try transaction.showing(of: hold.id)?.state.showing
        let number = try showing?.slugs.map { slugs in
            SaleNumber(
                theater: slugs.theater,
                number: try transaction.nextSaleNumber(of: slugs.theater, through: channel))
        }
        return SaleEntry(
            channel: channel, businessDay: showing?.businessDay(at: transaction.now), number: number)
    }

    private func newName<Named>() -> Identifier<Named> {
        var random = environment.random()
        return Identifier(random: &random)
    }

    private func newNumber(_ rows: any BookingRows) throws -> OrderNumber {
        var random = environment.random()
        return try OrderNumber.unused(&random) { try rows.hasOrder($0) }
    }
}

/// Seats of a hold are somebody else's, though just before they were not: rows were written by another way than this. The key
/// has kept them apart, and nothing was sold.
struct ConflictingClaims: Error, CustomStringConvertible {
    let showtime: ShowtimeID

    var description: String { "the seats of a hold of \(showtime.text) were claimed by somebody else meanwhile" }
}
