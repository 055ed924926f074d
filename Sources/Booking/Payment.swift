package import Cinema

package typealias PaymentID = Identifier<Payment>

/// One attempt to pay for a hold, as the store remembers it.
package struct Payment: Hashable, Sendable {
    package let id: PaymentID
    package let showtime: ShowtimeID
    package let state: PaymentState
    /// `nil`: the provider has never been asked for money.
    package let reference: PaymentReference?
    /// Where the buyer proves who they are, while the payment is `authenticating`.
    package let challenge: String?
    /// What is bought, while the payment is `authenticating`: it may be sold when nobody asks.
    package let purchase: Purchase?
    /// Why a `declined` payment was.
    package let declineCode: String?
    /// The hold is over for so long that nobody will authenticate any more.
    package let isAbandoned: Bool

    package init(
        id: PaymentID, showtime: ShowtimeID, state: PaymentState, reference: PaymentReference?, challenge: String?,
        purchase: Purchase?, declineCode: String?, isAbandoned: Bool
    ) {
        self.id = id
        self.showtime = showtime
        self.state = state
        self.reference = reference
        self.challenge = challenge
        self.purchase = purchase
        self.declineCode = declineCode
        self.isAbandoned = isAbandoned
    }
}

/// What a store says of the money of a payment.
package struct RecordedPayment: Hashable, Sendable {
    package let state: PaymentState
    package let amount: Money

    package init(state: PaymentState, amount: Money) {
        self.state = state
        self.amount = amount
    }
}

/// How the attempt to sell the seats of an authorized payment ended.
package enum Sale: Hashable, Sendable {
    /// The money is due: capture it.
    case sold(Order)
    /// The seats are not this payment's: void the authorization.
    case refused(BookingError)
}

/// Someone else has taken the payment a step further.
package struct PaymentHasMovedOn: Error {
    package init() {}
}
