import Cinema

/// A ticket type or a price category as a file names it.
struct NamedCode: Sendable {
    let code: String
    let name: String
    let position: Position

    init?(_ value: SourceValue, _ what: String, _ rule: KeyRule, log: ProblemLog) {
        guard var fields = FieldReader(value, what, log: log) else { return nil }
        let id = fields.requiredID(rule)
        let name = fields.text("name")
        fields.noteUnknownFields()
        guard let id else { return nil }
        code = id.text
        position = id.position
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
    let position: Position

    init?(_ value: SourceValue, currency: Currency?, log: ProblemLog) {
        guard var fields = FieldReader(value, "a price list", log: log) else { return nil }
        let id = fields.requiredID()
        let name = fields.text("name")
        let own = fields.located("currency")
        let table = fields.value("prices")
        fields.noteUnknownFields()
        guard let id else { return nil }
        guard let currency = own == nil ? currency : own.flatMap({ Currency($0, log) }) else {
            if own == nil {
                log.note("'currency' is missing: give an ISO 4217 code such as EUR", at: fields.position)
            }
            return nil
        }
        guard let table, case .mapping(let rows) = table.content, !rows.isEmpty else {
            log.note(
                "a price list needs 'prices': ticket types, each with a price or a price for each category",
                at: table?.position ?? fields.position)
            return nil
        }
        key = id.text
        position = id.position
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
        if cells.isEmpty { log.note("'\(row.key)' has no price", at: row.value.position) }
        return cells.compactMap { cell in
            let category = Located(text: cell.key, position: cell.keyPosition)
            let amount = amount(cell.value, currency, log)
            return amount.map { Price(ticketType: ticketType, priceCategory: category, amount: $0) }
        }
    }

    private static func amount(_ value: SourceValue, _ currency: Currency, _ log: ProblemLog) -> Int? {
        guard let text = value.text else {
            log.note(
                "a price must be a number such as \(currency.decimal(1250)), this is \(value.kind)", at: value.position)
            return nil
        }
        if let amount = currency.amount(decimal: text) { return amount }
        if currency.isTooMuch(decimal: text) {
            let most = currency.decimal(Currency.maximumPrice)
            log.note("a price may be at most \(most), this is '\(text)'", at: value.position)
            return nil
        }
        let decimals = text.split(separator: ".", omittingEmptySubsequences: false)
        let isTooFine =
            decimals.count == 2 && decimals.allSatisfy { Int(digits: $0) != nil }
            && decimals[1].count > currency.minorDigits
        let limit = currency.minorDigits == 0 ? "no decimals" : "\(currency.minorDigits) decimals at most"
        log.note(
            "a price must be a number such as \(currency.decimal(1250)), this is '\(text)'"
                + (isTooFine ? "; \(currency.code) has \(limit)" : ""), at: value.position)
        return nil
    }
}

extension Currency {
    /// Reads an ISO 4217 code, and says what is wrong with what is none.
    init?(_ code: Located, _ log: ProblemLog) {
        if let currency = Currency(code: code.text), currency.isKnown {
            self = currency
            return
        }
        let upper = code.text.uppercased()
        let meant = Self.listed.contains(upper) ? "; do you mean '\(upper)'?" : " such as EUR"
        log.note("'\(code.text)' is no ISO 4217 currency code\(meant)", at: code.position)
        return nil
    }
}
