import Cinema
import GRDB
import Text

extension CatalogWriter {
    func writePrices(_ records: CatalogRecords) throws {
        for (position, ticketType) in records.ticketTypes.enumerated() {
            try write(ticketType, into: "ticket_type", position: position)
        }
        for (position, priceCategory) in records.priceCategories.enumerated() {
            try write(priceCategory, into: "price_category", position: position)
        }
        if try fetchID("SELECT id FROM price_category LIMIT 1", []) == nil, !records.priceLists.isEmpty {
            try execute(
                "INSERT INTO price_category (code, name) VALUES (?, ?)", [PriceCategory.standard.text, "Standard"])
        }
        for priceList in records.priceLists {
            try write(priceList, records)
        }
        try records.log.throwIfAny()
    }

    private func write(_ named: NamedCode, into table: String, position: Int) throws {
        _ = try upsert(
            into: table, key: ["code"], [("code", named.code), ("name", named.name), ("position", position)])
    }

    private func write(_ priceList: PriceListRecord, _ records: CatalogRecords) throws {
        let id = try upsert(
            into: "price_list", key: ["source", "source_key"],
            [
                ("source", records.source), ("source_key", priceList.key), ("name", priceList.name),
                ("currency", priceList.currency.code),
            ])
        var rows: [[(any DatabaseValueConvertible)?]] = []
        for price in priceList.prices {
            guard let ticketType = try idOfCode(price.ticketType, "ticket_type", "ticketTypes", records.log) else {
                continue
            }
            if let category = price.priceCategory {
                guard let category = try idOfCode(category, "price_category", "priceCategories", records.log) else {
                    continue
                }
                rows.append([id, ticketType, category, price.amount])
            } else {
                rows += try Int64.fetchAll(database, sql: "SELECT id FROM price_category").map {
                    [id, ticketType, $0, price.amount]
                }
            }
        }
        try replaceRows(of: "price", where: "price_list_id", is: id, with: rows)
    }

    private func idOfCode(_ code: Located, _ table: String, _ section: String, _ log: ProblemLog) throws -> Int64? {
        if let id = try fetchID("SELECT id FROM \(table) WHERE code = ?", [code.text]) { return id }
        let known = try String.fetchAll(database, sql: "SELECT code FROM \(table)")
        let nearest = suggestion(for: code.text, among: known)
        log.note("'\(code.text)' is not listed under '\(section)'\(nearest)", at: code.position)
        return nil
    }
}
