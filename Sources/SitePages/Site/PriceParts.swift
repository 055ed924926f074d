import Catalog
import Cinema
import Synchronization
import Text

/// A price list as pages and data files show it, made once for all showtimes that have it.
final class PriceParts: Sendable {
    let priceCategories: [PriceCategory]
    let rows: [ShowtimePage.PriceRow]
    /// JSON.
    let data: [UInt8]
    let ticketTypeData: [UInt8]
    let priceCategoryData: [UInt8]
    /// What a visit costs at least (``PriceList/cheapest``) and at most, as decimal numbers; `nil` if there is no price.
    let range: (low: String, high: String, currency: String)?

    init(_ entries: [PriceList.Entry], _ words: ShowingWords) {
        let priceCategories = entries.map(\.priceCategory).uniqued()
        let ticketTypes = entries.map(\.ticketType).uniqued()
        self.priceCategories = priceCategories
        rows = ticketTypes.map { ticketType in
            .init(
                ticketType: ticketType.name,
                amounts: priceCategories.map { category in
                    let entry = entries.first { $0.ticketType == ticketType && $0.priceCategory == category }
                    return entry.map { $0.price.amount == 0 ? words.free : "\($0.price)" } ?? words.noPrice
                })
        }
        range = PriceList(entries: entries).cheapest.map { low in
            let currency = low.currency
            let high = entries.map(\.price.amount).max() ?? low.amount
            return (low: currency.decimal(low.amount), high: currency.decimal(high), currency: currency.code)
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
    /// By the id of the price list; `nil` is that of showtimes which have none.
    private let parts: Mutex<[Int64?: PriceParts]> = Mutex([:])

    subscript(prices: Prices?, words: ShowingWords) -> PriceParts {
        parts.withLock { parts in
            if let known = parts[prices?.id] { return known }
            let made = PriceParts(prices?.entries ?? [], words)
            parts[prices?.id] = made
            return made
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it first stands.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
