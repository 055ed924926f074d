package import Cinema

/// Whoever moves the money.
///
/// A payment is named by us, before anything is asked; the provider answers with a reference of its own, under which alone money
/// moves. Each call may be repeated, and has its effect once. A call that throws may or may not have had its effect, now or later;
/// ``void(_:)`` makes sure that an authorization has none. Every call ends in its own time: a provider that waits for a network
/// gives up by itself.
package protocol PaymentProvider: Sendable {
    /// Tells the provider of a payment. No money moves, and none can before this has been answered.
    ///
    /// - Parameter payment: our name of it.
    /// - Returns: the provider's reference, at most 255 bytes; the same whenever it is asked for by this name.
    func register(_ payment: String, _ amount: Money) async throws -> String
    /// Reserves the amount. Nothing is taken yet.
    ///
    /// - Parameter returnURL: where the buyer's browser goes when they have proved who they are, if they have to.
    func authorize(_ reference: String, with method: PaymentMethod, returnURL: String?) async throws -> Authorization
    /// How an authorization stands that was asked for before; the same as it was told then, or what has become of it since.
    ///
    /// - Returns: `nil` if the payment is unknown, or no authorization yet or any more.
    func authorization(of reference: String) async throws -> Authorization?
    /// Takes the reserved amount.
    func capture(_ reference: String) async throws
    /// Gives the reservation back. From then on the payment cannot be authorized any more, even if it never was.
    func void(_ reference: String) async throws
    /// Gives back what was captured. A refund that failed is tried again.
    func refund(_ reference: String) async throws -> Refund
    /// How a refund stands that was asked for before.
    ///
    /// - Returns: `nil` if none was.
    func refundStatus(of reference: String) async throws -> Refund?
}

package enum Authorization: Hashable, Sendable {
    case authorized
    case declined(Decline)
    /// The buyer must prove to their bank who they are, at this URL (3-D Secure). A path is one of this server.
    case challenge(url: String)
}

/// Why a card was declined.
package struct Decline: Hashable, Sendable {
    /// Stripe's `decline_code`, or its `code` where there is no finer one: `insufficient_funds`, `incorrect_cvc`, …
    package let code: String

    package init(code: String) {
        self.code = code
    }

    /// The buyer could not prove who they are, or did not want to.
    package static let failedAuthentication = Decline(code: "payment_intent_authentication_failure")
}

/// How money is on its way back.
package enum Refund: Hashable, Sendable {
    case pending
    case succeeded
    /// Stripe's `failure_reason`, such as `expired_or_canceled_card`. The money is still with us.
    case failed(reason: String)
}

/// A request that fits no state the payment is in, such as the capture of what was voided.
package struct PaymentStateError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
