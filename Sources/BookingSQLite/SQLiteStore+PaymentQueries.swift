package import Booking
import Cinema
import Foundation
import GRDB

extension SQLiteStore {
    package func payment(_ id: PaymentID) async throws -> Payment? {
        try await payments("payment.id = ?", [id.text]).first
    }

    package func newestPayment(of hold: HoldID) async throws -> Payment? {
        let payment = try await payments("payment.hold = ? ORDER BY attempt DESC LIMIT 1", [hold.digest]).first
        if payment == nil {
            _ = try await read { try Self.requireHold(hold, $0) }
        }
        return payment
    }

    package func unfinishedPayments() async throws -> [Payment] {
        try await payments(
            """
            payment.state IN \(PaymentState.unfinishedList)
                AND (payment.worker IS NULL OR payment.worker = ? OR payment.leased_until <= ?)
            ORDER BY payment.started_at, payment.id
            """, [worker, Instant(environment.now())])
    }

    package func payment(of order: OrderID) async throws -> Payment {
        let payment = try await payments(
            #"payment.id = (SELECT payment FROM "order" WHERE id = ?)"#, [order.digest]
        ).first
        guard let payment else { throw BookingError.unknownOrder }
        return payment
    }

    private func payments(_ condition: String, _ arguments: StatementArguments) async throws -> [Payment] {
        let lastLively = Instant(environment.now() - policy.authenticationGrace)
        return try await read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT payment.*, hold.showtime, hold.expires_at, hold.outcome
                        FROM payment JOIN hold ON hold.id = payment.hold WHERE \(condition)
                        """),
                arguments: arguments
            ).map { try Self.payment($0, lastLively: lastLively) }
        }
    }

    /// - Parameter lastLively: a hold that ended before has nobody who waits for it.
    private static func payment(_ row: Row, lastLively: Instant) throws -> Payment {
        guard let state = PaymentState(rawValue: row["state"]) else {
            throw damage("'\(row["state"] as String)' is no state of a payment")
        }
        var purchase: Purchase?
        if let hold: String = row["hold_name"], let name: String = row["name"], let email: String = row["email"] {
            purchase = Purchase(of: HoldID(stored: hold), by: Buyer(storedName: name, email: email))
        }
        let expires: Instant = row["expires_at"]
        return Payment(
            id: PaymentID(stored: row["id"]), showtime: ShowtimeID(stored: row["showtime"]), state: state,
            challenge: row["challenge"], purchase: purchase,
            declineCode: row["decline_code"],
            isAbandoned: expires <= lastLively || row["outcome"] != Hold.Outcome.open.rawValue)
    }
}
