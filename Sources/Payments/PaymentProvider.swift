package import Cinema

/// Whoever moves the money.
///
/// A payment is named by us, before anything is asked: each call may be repeated with the same name, and has its
/// effect once. A call that throws may or may not have had its effect; ``void(_:)`` makes sure it has none.
package protocol PaymentProvider: Sendable {
    /// Reserves the amount. Nothing is taken yet.
    func authorize(_ payment: String, _ amount: Money, with method: PaymentMethod) async throws -> Authorization
    /// Takes the reserved amount.
    func capture(_ payment: String) async throws
    /// Gives the reservation back. From then on the payment cannot be authorized any more, even if it never was.
    func void(_ payment: String) async throws
}

package enum Authorization: Hashable, Sendable {
    case authorized
    case declined(Decline)
}

/// Why a card was declined.
package struct Decline: Hashable, Sendable {
    /// Stripe's `decline_code`, or its `code` where there is no finer one: `insufficient_funds`, `incorrect_cvc`, …
    package let code: String

    package init(code: String) {
        self.code = code
    }
}

/// A request that fits no state the payment is in, such as the capture of what was voided.
package struct PaymentStateError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
