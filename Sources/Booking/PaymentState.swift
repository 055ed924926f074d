/// The steps of a payment, each durable before the next begins.
///
///     started ──▶ sold ──▶ captured
///        ├──────▶ declined
///        └──────▶ voiding ──▶ voided
///
/// `started` is written before the provider is asked to authorize, so money is never reserved without a trace here.
/// `sold` is written in the transaction that sells the seats: from then on the money is due, before it never is.
package enum PaymentState: String, Hashable, Sendable, CaseIterable {
    case started
    case sold
    case captured
    case declined
    /// The seats are not sold; the authorization, if there is one, must be given back.
    case voiding
    case voided

    package func canBecome(_ next: PaymentState) -> Bool {
        switch (self, next) {
        case (.started, .sold), (.started, .declined), (.started, .voiding), (.sold, .captured), (.voiding, .voided):
            true
        default: false
        }
    }

    package var isFinal: Bool { !PaymentState.allCases.contains(where: canBecome) }
}

package enum Payment {}
package typealias PaymentID = Identifier<Payment>

/// A payment that a crash, or a provider out of reach, left between two steps.
package struct UnfinishedPayment: Hashable, Sendable {
    package let id: PaymentID
    package let state: PaymentState
}

/// How the attempt to sell the seats of an authorized payment ended.
package enum Sale: Hashable, Sendable {
    /// The money is due: capture it.
    case sold(Order)
    /// The seats are not this payment's: void the authorization.
    case refused(BookingError)
}
