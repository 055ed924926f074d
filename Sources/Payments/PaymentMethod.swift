/// How a buyer pays: with a card, or with the name of one that the provider knows, such as `pm_card_visa`.
package enum PaymentMethod: Sendable {
    case named(String)
    case card(Card)
}

/// A card as its owner typed it. It is passed on and forgotten: never stored, never logged.
package struct Card: Sendable {
    package let number: String
    package let expMonth: Int
    package let expYear: Int
    package let cvc: String

    package init(number: String, expMonth: Int, expYear: Int, cvc: String) {
        self.number = number
        self.expMonth = expMonth
        self.expYear = expYear
        self.cvc = cvc
    }
}

extension PaymentMethod: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(payment method)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Card: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(card)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
