package import Cinema
package import Foundation

/// Who works on a payment, and until when nobody else may (``BookingPolicy/paymentLease``).
package struct Lease: Hashable, Sendable {
    package let worker: Data
    package let until: Instant

    package init(worker: Data, until: Instant) {
        self.worker = worker
        self.until = until
    }

    package func excludes(_ worker: Data, at now: Instant) -> Bool {
        self.worker != worker && now < until
    }
}

/// A payment that is to be written, for the whole of a hold.
package struct NewPayment: Sendable {
    package let id: PaymentID
    package let hold: Hold
    /// Of the attempts to pay for the hold, from 1.
    package let attempt: Int
    package let state: PaymentState
    package let startedAt: Instant
    package let lease: Lease

    package init(id: PaymentID, hold: Hold, attempt: Int, state: PaymentState, startedAt: Instant, lease: Lease) {
        self.id = id
        self.hold = hold
        self.attempt = attempt
        self.state = state
        self.startedAt = startedAt
        self.lease = lease
    }
}

/// A payment as it is kept, beside what its hold says.
package struct PaymentRow: Hashable, Sendable {
    package let id: PaymentID
    package let attempt: Int
    package let state: PaymentState
    package let reference: PaymentReference?
    package let challenge: String?
    package let purchase: Purchase?
    package let declineCode: String?
    package let lease: Lease?
    package let showtime: ShowtimeID
    package let holdExpiresAt: Instant
    package let holdOutcome: Hold.Outcome

    package init(
        id: PaymentID, attempt: Int, state: PaymentState, reference: PaymentReference?, challenge: String?,
        purchase: Purchase?, declineCode: String?, lease: Lease?, showtime: ShowtimeID, holdExpiresAt: Instant,
        holdOutcome: Hold.Outcome
    ) {
        self.id = id
        self.attempt = attempt
        self.state = state
        self.reference = reference
        self.challenge = challenge
        self.purchase = purchase
        self.declineCode = declineCode
        self.lease = lease
        self.showtime = showtime
        self.holdExpiresAt = holdExpiresAt
        self.holdOutcome = holdOutcome
    }
}
