package import Booking
import Cinema
import Foundation
import GRDB
package import Idempotency

extension SQLiteStore {
    package func startPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold {
        try await write { [self] write in
            let hold = try Self.requireHold(purchase.hold, write.database)
            try hold.requireOpen(at: write.now.date)
            try requireWithinLimit(hold, of: purchase.buyer, write.database)
            let abandoned = try String.fetchAll(
                write.database.cachedStatement(
                    sql: "SELECT id FROM payment WHERE hold = ? AND state = 'authenticating'"),
                arguments: [hold.id.digest])
            for payment in abandoned {
                try advance(PaymentID(stored: payment), to: .voiding, write)
                try write.execute(
                    "UPDATE payment SET decline_code = 'authentication_abandoned' WHERE id = ?", [payment])
            }
            try requireFewDeclines(hold, write)
            try write.execute(
                """
                INSERT INTO payment (id, hold, attempt, state, amount, currency, started_at, worker, leased_until)
                SELECT ?1, ?2, 1 + coalesce(max(attempt), 0), ?3, ?4, ?5, ?6, ?7, ?8 FROM payment WHERE hold = ?2
                """,
                [
                    id.text, hold.id.digest, PaymentState.started.rawValue, hold.total.amount,
                    hold.total.currency.code, write.now, worker, leaseEnd(write),
                ])
            return hold
        }
    }

    /// Attempts that are at the bank may be declined yet, so they count until it has answered.
    private func requireFewDeclines(_ hold: Hold, _ write: StoreWrite) throws {
        let attempts = try write.row(
            """
            SELECT count(decline_code), count(*) FROM payment
            WHERE hold = ? AND (decline_code IS NOT NULL OR state = 'started')
            """, [hold.id.digest])
        let (declines, all): (Int, Int) = (attempts?[0] ?? 0, attempts?[1] ?? 0)
        let limit = policy.declinesPerHold
        guard all >= limit else { return }
        throw BookingError.tooManyDeclines(
            limit: limit, secondsToWait: declines >= limit ? hold.expiresAt.secondsFrom(write.now.date) : 1)
    }

    package func authenticate(
        _ payment: PaymentID, for purchase: Purchase, at url: String, answering: Answering<Void>?
    ) async throws {
        try await write { [self] write in
            try advance(payment, to: .authenticating, write)
            try write.execute(
                "UPDATE payment SET challenge = ?, hold_name = ?, name = ?, email = ? WHERE id = ?",
                [url, purchase.hold.text, purchase.buyer.name, purchase.buyer.email, payment.text])
            try keep(answering, (), write)
        }
    }

    package func sell(
        _ payment: PaymentID, for purchase: Purchase, answering: Answering<Order>?
    ) async throws -> Sale {
        try await write { [self] write in
            let hold = try Self.requireHold(purchase.hold, write.database)
            if let refusal = try take(hold, for: purchase.buyer, &write) {
                try advance(payment, to: .voiding, write)
                return .refused(refusal)
            }
            try advance(payment, to: .sold, write)
            let order = try insert(hold, paidWith: payment, by: purchase.buyer, write)
            try keep(answering, order, write)
            return .sold(order)
        }
    }

    package func decline(_ payment: PaymentID, code: String, answering: Answering<Void>?) async throws {
        try await write { [self] write in
            try advance(payment, to: .declined, write)
            try write.execute("UPDATE payment SET decline_code = ? WHERE id = ?", [code, payment.text])
            try keep(answering, (), write)
        }
    }

    package func advance(_ payment: PaymentID, to next: PaymentState) async throws {
        try await write { [self] write in try advance(payment, to: next, write) }
    }

    /// Makes the seats of `hold` those of its order, or changes nothing and answers why not.
    ///
    /// Its time is not looked at: an expired hold keeps its seats for as long as nobody else has taken them.
    private func take(_ hold: Hold, for buyer: Buyer, _ write: inout StoreWrite) throws -> BookingError? {
        do {
            try hold.requireUnended()
            try requireWithinLimit(hold, of: buyer, write.database)
        } catch let refusal as BookingError {
            return refusal
        }
        var isLost = false
        try write.database.inSavepoint { [write] in
            isLost = try !claim(hold, soldTo: hold.id.order, write).isEmpty
            return isLost ? .rollback : .commit
        }
        guard !isLost else { return .holdExpired }
        try Self.end(hold, as: .completed, write)
        try write.change(hold.showtime, sold: hold.seats.map(\.seat))
        return nil
    }

    /// What is told of the buyer leaves the payment with the state that needed it.
    func advance(_ payment: PaymentID, to next: PaymentState, _ write: StoreWrite) throws {
        let state = try write.row("SELECT state FROM payment WHERE id = ?", [payment.text])
            .flatMap { PaymentState(rawValue: $0["state"]) }
        guard let state, state.canBecome(next) else { throw PaymentHasMovedOn() }
        let isLeased = next.isAtWork
        try write.execute(
            """
            UPDATE payment SET state = ?, challenge = NULL, hold_name = NULL, name = NULL, email = NULL,
                worker = ?, leased_until = ?
            WHERE id = ?
            """, [next.rawValue, isLeased ? worker : nil, isLeased ? leaseEnd(write) : nil, payment.text])
    }
}
