import Catalog
import Cinema
import Synchronization

/// A price list as pages and data files show it, made once for all showtimes that have it.
final class PriceParts: Sendable {
    let priceCategories: [PriceCategory]
    let rows: [ShowtimePage.PriceRow]
    /// JSON.
    let data: [UInt8]
    let ticketTypeData: [UInt8]
    let priceCategoryData: [UInt8]
    /// The lowest and the highest price as decimal numbers; `nil` if there is no price.
    let range: (low: String, high: String, currency: String)?

    init(_ entries: [PriceList.Entry]) {
        let priceCategories = entries.map(\.priceCategory).uniqued()
        let ticketTypes = entries.map(\.ticketType).uniqued()
        self.priceCategories = priceCategories
        rows = ticketTypes.map { ticketType in
            .init(
                ticketType: ticketType.name,
                amounts: priceCategories.map { category in
                    entries.first { $0.ticketType == ticketType && $0.priceCategory == category }?.price.description
                        ?? "–"
                })
        }
        let amounts = entries.map(\.price.amount)
        range = entries.first.map { entry in
            let currency = entry.price.currency
            return (
                low: currency.decimal(amounts.min() ?? 0), high: currency.decimal(amounts.max() ?? 0),
                currency: currency.code
            )
        }
        data = JSONWriter.array(entries) { json, entry in
            json.object { json in
                json.member("ticketType", entry.ticketType.code.text)
                json.member("priceCategory", entry.priceCategory.code.text)
                json.member("amount", entry.price.amount)
                json.member("currency", entry.price.currency.code)
            }
        }
        func named(_ names: [(code: String, name: String)]) -> [UInt8] {
            JSONWriter.array(names) { json, named in
                json.object { json in
                    json.member("code", named.code)
                    json.member("name", named.name)
                }
            }
        }
        ticketTypeData = named(ticketTypes.map { ($0.code.text, $0.name) })
        priceCategoryData = named(priceCategories.map { ($0.code.text, $0.name) })
    }
}

final class PricePartsCache: Sendable {
    private let none = PriceParts([])
    private let parts: Mutex<[Int64: PriceParts]> = Mutex([:])

    subscript(prices: Prices?) -> PriceParts {
        guard let prices else { return none }
        return parts.withLock { parts in
            if let known = parts[prices.id] { return known }
            let made = PriceParts(prices.entries)
            parts[prices.id] = made
            return made
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it first stands.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
