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

/// The facts of an answer to who pays, as they are kept.
package enum PaymentAnswer: Hashable, Sendable, Codable {
    case paid(order: String)
    case declined(code: String)
    case challenge(url: String)
}

/// The payment provider cannot be asked. Nothing was paid, and the hold is as it was.
package struct PaymentUnavailable: Error {}
