/// Who a ticket is for: adult, child, …
package struct TicketType: Hashable, Sendable {
    /// The name programs use, such as `adult`.
    package let code: TicketTypeCode
    /// The name people read, such as `Adult`.
    package let name: String

    package init(code: TicketTypeCode, name: String) {
        self.code = code
        self.name = name
    }
}

/// What a seat's comfort costs: standard, premium, …
package struct PriceCategory: Hashable, Sendable {
    package static let standard: PriceCategoryCode = "standard"
    package static let premium: PriceCategoryCode = "premium"
    /// All that a seat of a ``SeatPlan`` can have.
    package static let ofSeats = [standard, premium]

    package let code: PriceCategoryCode
    package let name: String

    package init(code: PriceCategoryCode, name: String) {
        self.code = code
        self.name = name
    }
}

/// What a seat costs: one price for each ticket type and price category that is sold.
package struct PriceList: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let ticketType: TicketType
        package let priceCategory: PriceCategory
        package let price: Money

        package init(ticketType: TicketType, priceCategory: PriceCategory, price: Money) {
            self.ticketType = ticketType
            self.priceCategory = priceCategory
            self.price = price
        }
    }

    /// In the order in which they are shown; all of one currency.
    package let entries: [Entry]

    package init(entries: [Entry]) {
        self.entries = entries
    }

    /// - Returns: `nil` if that ticket type is not sold in that price category.
    package func price(ticketType: TicketTypeCode, priceCategory: PriceCategoryCode) -> Money? {
        entries.first { $0.ticketType.code == ticketType && $0.priceCategory.code == priceCategory }?.price
    }

    /// What a visit costs at least. A price of 0 is that of someone who comes along with a paying visitor, such as a
    /// companion or a baby: it is no price that a showing starts from, unless all are 0.
    package var cheapest: Money? {
        let prices = entries.map(\.price)
        return prices.filter { $0.amount > 0 }.min { $0.amount < $1.amount } ?? prices.first
    }
}
