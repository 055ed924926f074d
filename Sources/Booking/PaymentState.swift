/// The steps of a payment, each durable before the next begins.
///
///     started ─┬────────────────────┬──▶ sold ──▶ captured ──▶ refunding ──▶ refunded
///              ├──▶ authenticating ─┤                              ▲   │
///              │                    ├──▶ declined                  │   ▼
///              └────────────────────┴──▶ voiding ──▶ voided    refundFailed
///
/// `started` is written before the provider is asked to authorize, so money is never reserved without a trace here.
/// `sold` is written in the transaction that sells the seats: from then on the money is due, before it never is.
/// `refunding` is written in the transaction that frees the seats: from then on the money is the buyer's again.
package enum PaymentState: String, Hashable, Sendable, CaseIterable {
    case started
    /// The buyer proves to their bank who they are (3-D Secure).
    case authenticating
    case sold
    case captured
    case declined
    /// The seats are not sold; the authorization, if there is one, must be given back.
    case voiding
    case voided
    case refunding
    case refunded
    case refundFailed

    package func canBecome(_ next: PaymentState) -> Bool {
        switch (self, next) {
        case (.started, .authenticating), (.started, .sold), (.started, .declined), (.started, .voiding),
            (.authenticating, .sold), (.authenticating, .declined), (.authenticating, .voiding),
            (.sold, .captured), (.voiding, .voided), (.captured, .refunding),
            (.refunding, .refunded), (.refunding, .refundFailed), (.refundFailed, .refunding):
            true
        default: false
        }
    }

    /// Whether the money is to move without anybody asking again.
    package var isUnfinished: Bool {
        switch self {
        case .started, .authenticating, .sold, .voiding, .refunding: true
        case .captured, .declined, .voided, .refunded, .refundFailed: false
        }
    }

    /// Whether it is for us to take it further, and not for the buyer or their bank.
    package var isAtWork: Bool { isUnfinished && self != .authenticating }

    /// How the order of such a payment stands; `nil` if it can have none.
    package var orderStatus: Order.Status? {
        switch self {
        case .sold, .captured: .paid
        case .refunding: .refunding
        case .refunded: .refunded
        case .refundFailed: .refundFailed
        case .started, .authenticating, .declined, .voiding, .voided: nil
        }
    }
}
