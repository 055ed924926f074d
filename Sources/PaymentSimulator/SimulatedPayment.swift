import Cinema
import Payments

/// A payment as the simulated network remembers it: a value, whose methods are all that can happen to it.
///
///     registered ─┬────────────────┬─▶ authorized ─▶ captured ─▶ refunding ─▶ refunded
///                 └─▶ challenged ──┤                              │
///                                  └─▶ declined                   └─▶ refundFailed
///
/// and anything but what was captured can be voided.
struct SimulatedPayment: Equatable {
    enum State: String {
        /// No card is known yet.
        case registered
        /// The buyer is asked to prove who they are.
        case challenged
        case authorized
        case declined
        case captured
        case voided
        case refunding
        case refunded
        case refundFailed
    }

    /// How long a refund takes that is not done at once, in seconds.
    static let refundSeconds = 60
    static let refundFailure = "expired_or_canceled_card"

    private(set) var state: State
    let amount: Money?
    private(set) var declineCode: String?
    /// What the bank says once a challenge is passed: the code of its decline, or `nil`.
    private(set) var laterDecline: String?
    private(set) var refunding: TestCard.Refunding
    /// When a refund under way ends, in seconds since 1970.
    private(set) var refundEnds: Int?
    private(set) var returnURL: String?

    init(
        state: State, amount: Money?, declineCode: String?, laterDecline: String?, refunding: TestCard.Refunding,
        refundEnds: Int?, returnURL: String?
    ) {
        self.state = state
        self.amount = amount
        self.declineCode = declineCode
        self.laterDecline = laterDecline
        self.refunding = refunding
        self.refundEnds = refundEnds
        self.returnURL = returnURL
    }

    init(_ amount: Money) {
        self.init(
            state: .registered, amount: amount, declineCode: nil, laterDecline: nil, refunding: .succeeds,
            refundEnds: nil, returnURL: nil)
    }

    /// The first decision stands.
    mutating func authorize(_ decision: TestCardNetwork.Decision, returnURL: String?) {
        guard state == .registered else { return }
        switch decision.charge {
        case .succeeds: state = .authorized
        case .declined(let decline): (state, declineCode) = (.declined, decline.code)
        case .authenticates(let then):
            state = .challenged
            if case .declined(let decline) = then { laterDecline = decline.code }
        }
        refunding = decision.refunding
        self.returnURL = returnURL
    }

    mutating func pass() {
        guard state == .challenged else { return }
        if let laterDecline {
            (state, declineCode) = (.declined, laterDecline)
        } else {
            state = .authorized
        }
    }

    mutating func failChallenge() {
        guard state == .challenged else { return }
        (state, declineCode) = (.declined, Decline.failedAuthentication.code)
    }

    mutating func capture() throws {
        switch state {
        case .authorized: state = .captured
        case .captured, .refunding, .refunded, .refundFailed: return
        case .registered, .challenged, .declined, .voided:
            throw PaymentStateError("there is no authorization to capture")
        }
    }

    mutating func void() throws {
        switch state {
        case .registered, .challenged, .authorized, .declined, .voided: state = .voided
        case .captured, .refunding, .refunded, .refundFailed:
            throw PaymentStateError("the payment was captured: it can be refunded, not voided")
        }
    }

    mutating func refund(at now: Int) throws {
        switch state {
        case .captured, .refundFailed:
            state = refunding == .succeeds ? .refunded : .refunding
            refundEnds = refunding == .succeeds ? nil : now + Self.refundSeconds
        case .refunding, .refunded: return
        case .registered, .challenged, .authorized, .declined, .voided:
            throw PaymentStateError("nothing was captured")
        }
    }

    /// Lets time do its work.
    mutating func advance(to now: Int) {
        guard state == .refunding, let refundEnds, refundEnds <= now else { return }
        state = refunding == .fails ? .refundFailed : .refunded
        self.refundEnds = nil
    }

    /// - Returns: `nil` if there is none (any more).
    func authorization(challengeURL: String) -> Authorization? {
        switch state {
        case .challenged: .challenge(url: challengeURL)
        case .authorized, .captured: .authorized
        case .declined: .declined(Decline(code: declineCode ?? "generic_decline"))
        case .registered, .voided, .refunding, .refunded, .refundFailed: nil
        }
    }

    var refund: Refund? {
        switch state {
        case .refunding: .pending
        case .refunded: .succeeded
        case .refundFailed: .failed(reason: Self.refundFailure)
        case .registered, .challenged, .authorized, .declined, .captured, .voided: nil
        }
    }
}
