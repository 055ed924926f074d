package import Foundation
import Payments

/// What the simulated card network makes of a card: a pure function of the method and the month.
package struct TestCardNetwork: Sendable {
    let now: @Sendable () -> Date

    package init(now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
    }

    /// What the network does for a card, and what it will do later.
    struct Decision: Sendable {
        let charge: TestCard.Charge
        var refunding = TestCard.Refunding.succeeds

        static func declined(_ code: String) -> Decision { Decision(charge: .declined(code)) }
    }

    func decision(on method: PaymentMethod) -> Decision {
        switch method {
        case .named(let name):
            // A name that is no test card's: what Stripe calls a payment method that does not exist.
            guard let card = TestCard.method(name) else { return .declined("resource_missing") }
            return card.decision
        case .card(let card):
            return decision(on: card)
        }
    }

    private func decision(on card: Card) -> Decision {
        let number = card.number.filter { $0 != " " && $0 != "-" }
        guard (12...19).contains(number.utf8.count), Self.passesLuhn(number) else {
            return .declined("incorrect_number")
        }
        // A real card, for all we know. It is refused, and nothing of it is kept.
        guard let known = TestCard.number(number) else { return .declined("test_mode_live_card") }
        if let flaw = expiryFlaw(of: card) { return .declined(flaw) }
        guard card.cvc.utf8.count == known.cvcLength, card.cvc.utf8.allSatisfy(Self.isDigit) else {
            return .declined("invalid_cvc")
        }
        return known.decision
    }

    /// A card is good until the end of its month. A two-digit year is of this century.
    private func expiryFlaw(of card: Card) -> String? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let today = calendar.dateComponents([.year, .month], from: now())
        guard let year = today.year, let month = today.month else { return nil }
        let expYear = card.expYear < 100 ? 2000 + card.expYear : card.expYear
        guard (1...12).contains(card.expMonth) else { return "invalid_expiry_month" }
        guard (year...year + 50).contains(expYear) else { return "invalid_expiry_year" }
        return expYear == year && card.expMonth < month ? "invalid_expiry_month" : nil
    }

    /// ISO/IEC 7812: every second digit from the right counts double, and the sum is a multiple of ten.
    private static func passesLuhn(_ number: String) -> Bool {
        guard number.utf8.allSatisfy(isDigit) else { return false }
        let sum = number.utf8.reversed().enumerated().reduce(0) { sum, next in
            let digit = Int(next.element - UInt8(ascii: "0")) * (next.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + (digit > 9 ? digit - 9 : digit)
        }
        return sum.isMultiple(of: 10)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension TestCard {
    fileprivate var decision: TestCardNetwork.Decision {
        TestCardNetwork.Decision(charge: charge, refunding: refunding)
    }
}
