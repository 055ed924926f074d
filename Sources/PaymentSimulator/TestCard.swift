import Payments

/// One of the published test cards of Stripe: the only cards that the simulated network knows. They are those by brand, for
/// declines, for 3-D Secure and for refunds; those by country differ in nothing that is simulated.
///
/// Source: Stripe's documentation, "Testing" (docs.stripe.com/testing).
struct TestCard: Sendable {
    /// What the bank says when it is asked for the money.
    enum Charge: Hashable, Sendable {
        case succeeds
        case declined(Decline)
        /// 3-D Secure comes first; if it is passed, the bank says this.
        indirect case authenticates(then: Charge)

        static func declined(_ code: String) -> Charge { .declined(Decline(code: code)) }
    }

    /// What becomes of a refund.
    enum Refunding: String, Sendable {
        case succeeds
        /// It takes a while.
        case later
        /// It takes a while, and then fails.
        case fails
    }

    let number: String
    /// The names of this card as a payment method.
    let methods: [String]
    let charge: Charge
    let refunding: Refunding

    private init(_ number: String, _ methods: String..., charge: Charge = .succeeds, refunding: Refunding = .succeeds) {
        self.number = number
        self.methods = methods
        self.charge = charge
        self.refunding = refunding
    }

    var cvcLength: Int { number.hasPrefix("34") || number.hasPrefix("37") ? 4 : 3 }

    static let all: [TestCard] = successes + declines + authentications

    static func number(_ number: String) -> TestCard? {
        all.first { $0.number == number }
    }

    static func method(_ name: String) -> TestCard? {
        all.first { $0.methods.contains(name) }
    }

    private static let successes = [
        TestCard("4242424242424242", "pm_card_visa"),
        TestCard("4000056655665556", "pm_card_visa_debit"),
        TestCard("5555555555554444", "pm_card_mastercard"),
        TestCard("2223003122003222"),
        TestCard("5200828282828210", "pm_card_mastercard_debit"),
        TestCard("5105105105105100", "pm_card_mastercard_prepaid"),
        TestCard("378282246310005", "pm_card_amex"),
        TestCard("371449635398431"),
        TestCard("6011111111111117", "pm_card_discover"),
        TestCard("6011000990139424"),
        TestCard("6011981111111113"),
        TestCard("3056930009020004", "pm_card_diners"),
        TestCard("36227206271667"),
        TestCard("3566002020360505", "pm_card_jcb"),
        TestCard("6200000000000005", "pm_card_unionpay"),
        // 3-D Secure is possible but not demanded, and not asked for.
        TestCard("4000000000003055", "pm_card_threeDSecureOptional"),
        TestCard("4000000000003097"),
        // What is special about these comes after the sale. Disputes are not simulated.
        TestCard("4000000000005126", "pm_card_refundFail", refunding: .fails),
        TestCard("4000000000007726", "pm_card_pendingRefund", refunding: .later),
        TestCard("4000000000000259", "pm_card_createDispute"),
    ]

    private static let declines = [
        TestCard("4000000000000002", "pm_card_visa_chargeDeclined", charge: .declined("generic_decline")),
        TestCard(
            "4000000000009995", "pm_card_visa_chargeDeclinedInsufficientFunds",
            charge: .declined("insufficient_funds")),
        TestCard("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", charge: .declined("lost_card")),
        TestCard("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", charge: .declined("stolen_card")),
        TestCard(
            "4000000000006975", "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
            charge: .declined("card_velocity_exceeded")),
        TestCard("4000000000000069", "pm_card_chargeDeclinedExpiredCard", charge: .declined("expired_card")),
        TestCard("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", charge: .declined("incorrect_cvc")),
        TestCard("4000000000000119", "pm_card_chargeDeclinedProcessingError", charge: .declined("processing_error")),
        TestCard("4000000000000341", "pm_card_chargeCustomerFail", charge: .declined("generic_decline")),
        // The bank cannot even be asked for an authentication.
        TestCard(
            "4000008400001280", "pm_card_threeDSecureRequiredProcessingError", charge: .declined("processing_error")),
    ]

    /// Cards whose bank asks the buyer to prove who they are. "Set up" is nothing that this network does, so those
    /// that only ask where they are not set up always ask.
    private static let authentications = [
        TestCard(
            "4000002500003155", "pm_card_authenticationRequiredOnSetup", charge: .authenticates(then: .succeeds)),
        TestCard("4000002760003184", "pm_card_authenticationRequired", charge: .authenticates(then: .succeeds)),
        TestCard(
            "4000003800000446", "pm_card_authenticationRequiredSetupForOffSession",
            charge: .authenticates(then: .succeeds)),
        TestCard(
            "4000008260003178", "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
            charge: .authenticates(then: .declined("insufficient_funds"))),
        TestCard("4000000000003220", "pm_card_threeDSecure2Required", charge: .authenticates(then: .succeeds)),
        TestCard(
            "4000008400001629", "pm_card_threeDSecureRequiredChargeDeclined",
            charge: .authenticates(then: .declined("generic_decline"))),
    ]
}
