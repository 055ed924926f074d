package import Cinema

/// What a payment provider holds of one payment.
package struct Holding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// It is kept for us, and still its owner's.
        case reserved
        /// It is ours, as long as it has not gone back.
        case taken
    }

    package let kind: Kind
    package let amount: Money

    package init(kind: Kind, amount: Money) {
        self.kind = kind
        self.amount = amount
    }
}
