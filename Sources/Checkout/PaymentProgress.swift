package import Booking
package import Payments

/// How a payment stands that was not refused.
package enum PaymentProgress: Hashable, Sendable {
    case paid(Order)
    case declined(Decline)
    /// The buyer must prove to their bank who they are, at this URL. A path is one of this server.
    case challenge(url: String)
    case processing
    /// It sold nothing and takes nothing: another has replaced it, or nobody finished it in time.
    case canceled
}

/// The payment provider cannot be asked. Nothing was paid, and the hold is as it was.
package struct PaymentUnavailable: Error {}
