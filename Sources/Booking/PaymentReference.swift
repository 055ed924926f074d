/// What the payment provider calls a payment, such as Stripe's `pi_…`: under this name alone money moves. It is opaque, and no
/// secret of the buyer.
package struct PaymentReference: Hashable, Sendable {
    /// Longest, in bytes of UTF-8.
    package static let maximumLength = 255

    package let text: String

    /// - Returns: `nil` if `text` is empty or too long.
    package init?(_ text: String) {
        guard (1...Self.maximumLength).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    /// Takes what a store wrote itself.
    package init(stored text: String) {
        self.text = text
    }
}
