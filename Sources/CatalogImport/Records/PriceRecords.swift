import Cinema

/// A ticket type or a price category as a file names it.
struct NamedCode: Sendable {
    let code: String
    let name: String

    init?(_ value: SourceValue, _ what: String, log: ProblemLog) {
        guard var fields = FieldReader(value, what, log: log) else { return nil }
        let id = fields.required("id")
        let name = fields.text("name")
        fields.noteUnknownFields()
        guard let id else { return nil }
        code = id.text
        self.name = name ?? id.text
    }
}

/// A price list as a file describes it.
struct PriceListRecord: Sendable {
    struct Price: Sendable {
        let ticketType: Located
        /// `nil`: the same price in every category.
        let priceCategory: Located?
        let amount: Int
    }

    let key: String
    let name: String
    let currency: Currency
    let prices: [Price]

    init?(_ value: SourceValue, currency: Currency?, log: ProblemLog) {
        guard var fields = FieldReader(value, "a price list", log: log) else { return nil }
        let id = fields.required("id")
        let name = fields.text("name")
        let own = fields.located("currency")
        let table = fields.value("prices")
        fields.noteUnknownFields()
        guard let id else { return nil }
        guard let currency = own == nil ? currency : own.flatMap({ Currency(code: $0.text) }) else {
            let what = own.map { "'\($0.text)' is no currency: write" } ?? "'currency' is missing: give"
            log.note("\(what) an ISO 4217 code such as EUR", at: own?.position ?? fields.position)
            return nil
        }
        guard let table, case .mapping(let rows) = table.content else {
            log.note(
                "a price list needs 'prices': ticket types, each with a price or a price for each category",
                at: table?.position ?? fields.position)
            return nil
        }
        key = id.text
        self.name = name ?? id.text
        self.currency = currency
        prices = rows.flatMap { Self.prices(of: $0, currency, log) }
    }

    private static func prices(of row: SourceValue.Entry, _ currency: Currency, _ log: ProblemLog) -> [Price] {
        let ticketType = Located(text: row.key, position: row.keyPosition)
        guard case .mapping(let cells) = row.value.content else {
            let amount = amount(row.value, currency, log)
            return amount.map { [Price(ticketType: ticketType, priceCategory: nil, amount: $0)] } ?? []
        }
        return cells.compactMap { cell in
            let category = Located(text: cell.key, position: cell.keyPosition)
            let amount = amount(cell.value, currency, log)
            return amount.map { Price(ticketType: ticketType, priceCategory: category, amount: $0) }
        }
    }

    private static func amount(_ value: SourceValue, _ currency: Currency, _ log: ProblemLog) -> Int? {
        let amount = value.text.flatMap { currency.amount(decimal: $0) }
        if amount == nil {
            log.note(
                "a price must be a number such as 12\(currency.minorDigits > 0 ? ".50" : ""), this is "
                    + (value.text.map { "'\($0)'" } ?? value.kind), at: value.position)
        }
        return amount
    }
}
