import Cinema
import Foundation
package import Idempotency

extension BookingEngine {
    package func startPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold {
        try await write { [self] transaction in
            let hold = try requireUnended(transaction.requireHold(purchase.hold), transaction)
            try hold.requireOpen(at: transaction.now.date)
            try transaction.requireOpen(hold.showtime)
            try requireWithinLimit(hold, of: purchase.buyer, transaction)
            let attempts = try transaction.payments(of: hold.id)
            let abandoned = attempts.filter { $0.state == .authenticating }
            for payment in abandoned {
                try advance(payment, to: .voiding, transaction)
                try transaction.setDeclineCode("authentication_abandoned", of: payment.id)
            }
            let declines = abandoned.count + attempts.count { $0.declineCode != nil }
            // Attempts that are at the bank may be declined yet, so they count until it has answered.
            let undecided = attempts.count { $0.state == .started }
            try requireFewDeclines(declines, undecided, hold, at: transaction.now.date)
            try transaction.insert(
                NewPayment(
                    id: id, hold: hold, attempt: (attempts.last?.attempt ?? 0) + 1, state: .started,
                    startedAt: transaction.now, lease: lease(from: transaction.now)))
            return hold
        }
    }

    private func requireFewDeclines(_ declines: Int, _ undecided: Int, _ hold: Hold, at now: Date) throws {
        let limit = policy.declinesPerHold
        guard declines + undecided >= limit else { return }
        throw BookingError.tooManyDeclines(
            limit: limit, secondsToWait: declines >= limit ? hold.expiresAt.secondsFrom(now) : 1)
    }

    package func setReference(_ reference: PaymentReference, of payment: PaymentID) async throws {
        try await write { transaction in
            guard try transaction.payment(payment)?.state == .started else { throw PaymentHasMovedOn() }
            try transaction.setReference(reference, of: payment)
        }
    }

    package func authenticate(
        _ payment: PaymentID, for purchase: Purchase, at url: String, answering: Answering<Void>?
    ) async throws {
        let answer = try SealedAnswer(answering, ())
        try await write { [self] transaction in
            try advance(payment, to: .authenticating, transaction)
            try transaction.setChallenge(url, for: purchase, of: payment)
            try transaction.keep(answer)
        }
    }

    package func decline(_ payment: PaymentID, code: String, answering: Answering<Void>?) async throws {
        let answer = try SealedAnswer(answering, ())
        try await write { [self] transaction in
            try advance(payment, to: .declined, transaction)
            try transaction.setDeclineCode(code, of: payment)
            try transaction.keep(answer)
        }
    }

    package func advance(_ payment: PaymentID, to next: PaymentState) async throws {
        try await write { [self] transaction in
            try advance(payment, to: next, transaction)
            if next == .refunded, let order = try transaction.order(paidWith: payment) {
                try transaction.append(BookingEvent(.refunded, order, at: transaction.now))
            }
        }
    }

    func advance(_ id: PaymentID, to next: PaymentState, _ transaction: any BookingTransaction) throws {
        guard let payment = try transaction.payment(id) else { throw PaymentHasMovedOn() }
        try advance(payment, to: next, transaction)
    }

    private func advance(_ payment: PaymentRow, to next: PaymentState, _ transaction: any BookingTransaction) throws {
        guard payment.state.canBecome(next) else { throw PaymentHasMovedOn() }
        try transaction.setState(
            next, of: payment.id, lease: next.isAtWork ? lease(from: transaction.now) : nil)
    }

    package func payment(_ id: PaymentID) async throws -> Payment? {
        try await database.read { [self] rows in try rows.payment(id).map { payment($0, at: rows.now) } }
    }

    package func newestPayment(of hold: HoldID) async throws -> Payment? {
        try await database.read { [self] rows in
            let newest = try rows.payments(of: hold).last
            if newest == nil { _ = try rows.requireHold(hold) }
            return newest.map { payment($0, at: rows.now) }
        }
    }

    package func payment(of order: OrderID) async throws -> Payment {
        try await database.read { [self] rows in
            guard let row = try rows.payment(of: order) else { throw BookingError.unknownOrder }
            return payment(row, at: rows.now)
        }
    }

    private func payment(_ row: PaymentRow, at now: Instant) -> Payment {
        let grace = policy.authenticationGrace
        return Payment(
            id: row.id, showtime: row.showtime, state: row.state, reference: row.reference, challenge: row.challenge,
            purchase: row.purchase, declineCode: row.declineCode,
            isAbandoned: row.holdExpiresAt.date + grace <= now.date || row.holdOutcome != .open)
    }

    // MARK: - Leases

    package func unfinishedPayments() async throws -> [Payment] {
        try await database.read { [self] rows in
            try rows.unfinishedPayments()
                .filter { $0.lease?.excludes(worker, at: rows.now) != true }
                .map { payment($0, at: rows.now) }
        }
    }

    package func leasePayment(_ id: PaymentID) async throws -> Payment? {
        try await write { [self] transaction in
            guard let row = try transaction.payment(id), row.state.isAtWork,
                row.lease?.excludes(worker, at: transaction.now) != true
            else { return nil }
            try transaction.setLease(lease(from: transaction.now), of: id)
            return payment(row, at: transaction.now)
        }
    }

    package func renewLeases(of payments: [PaymentID]) async throws {
        try await write { [self] transaction in
            for payment in payments where try transaction.payment(payment)?.lease?.worker == worker {
                try transaction.setLease(lease(from: transaction.now), of: payment)
            }
        }
    }

    private func lease(from now: Instant) -> Lease {
        Lease(worker: worker, until: Instant(now.date + policy.paymentLease))
    }
}
