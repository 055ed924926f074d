import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    package func startPayment(_ id: PaymentID, for hold: HoldID) async throws -> Hold {
        try await write { database, now in
            let hold = try Self.requireHold(hold, database)
            try hold.requireOpen(at: now.date)
            try database.cachedStatement(
                sql: """
                    INSERT INTO payment (id, hold, state, amount, currency, started_at) VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                id.text, hold.id.text, PaymentState.started.rawValue, hold.total.amount, hold.total.currency.code, now,
            ])
            return hold
        }
    }

    package func sell(_ payment: PaymentID, to buyer: Buyer, answering: Answering<Order>?) async throws -> Sale {
        try await write { [self] database, now in
            let id = try String.fetchOne(
                database.cachedStatement(sql: "SELECT hold FROM payment WHERE id = ?"), arguments: [payment.text])
            guard let id else { throw PaymentHasMovedOn() }
            let hold = try Self.requireHold(HoldID(stored: id), database)

            var random = environment.random()
            let order = OrderID(random: &random)
            if let refusal = try take(hold, for: order, at: now, database) {
                try Self.advance(payment, to: .voiding, database)
                return .refused(refusal)
            }
            try Self.advance(payment, to: .sold, database)
            let sold = try insert(order, of: hold, paidWith: payment, by: buyer, at: now, &random, database)
            try Self.keep(answering, sold, at: now, database)
            return .sold(sold)
        }
    }

    package func decline(_ payment: PaymentID, answering: Answering<Void>?) async throws {
        try await write { database, now in
            try Self.advance(payment, to: .declined, database)
            try Self.keep(answering, (), at: now, database)
        }
    }

    package func advance(_ payment: PaymentID, to next: PaymentState) async throws {
        try await write { database, _ in try Self.advance(payment, to: next, database) }
    }

    package func state(of payment: PaymentID) async throws -> PaymentState? {
        try await read { try Self.state(of: payment, $0) }
    }

    package func unfinishedPayments() async throws -> [UnfinishedPayment] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, state FROM payment WHERE state IN ('started', 'sold', 'voiding') ORDER BY started_at, id
                    """
            ).compactMap { row in
                PaymentState(rawValue: row["state"]).map {
                    UnfinishedPayment(id: PaymentID(stored: row["id"]), state: $0)
                }
            }
        }
    }

    /// Makes the seats of `hold` those of `order`, or changes nothing and answers why not.
    ///
    /// Its time is not looked at: an expired hold keeps its seats for as long as nobody else has taken them.
    private func take(_ hold: Hold, for order: OrderID, at now: Instant, _ database: Database) throws -> BookingError? {
        switch hold.outcome {
        case .completed(let other): return .holdCompleted(other)
        case .released: return .unknownHold
        case .open: break
        }
        var lost = false
        try database.inSavepoint {
            lost = try !claim(hold, soldTo: order, at: now, database).isEmpty
            return lost ? .rollback : .commit
        }
        guard !lost else { return .holdExpired }
        try database.cachedStatement(sql: "UPDATE hold SET sold_to = ? WHERE id = ?")
            .execute(arguments: [order.text, hold.id.text])
        try Self.countChange(of: hold.showtime, database)
        return nil
    }

    private static func advance(_ payment: PaymentID, to next: PaymentState, _ database: Database) throws {
        guard let state = try state(of: payment, database), state.canBecome(next) else { throw PaymentHasMovedOn() }
        try database.cachedStatement(sql: "UPDATE payment SET state = ? WHERE id = ?")
            .execute(arguments: [next.rawValue, payment.text])
    }

    private static func state(of payment: PaymentID, _ database: Database) throws -> PaymentState? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM payment WHERE id = ?"), arguments: [payment.text]
        ).flatMap(PaymentState.init(rawValue:))
    }
}
