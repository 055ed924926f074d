package import Cinema
package import Foundation

/// What selling the seats of one showtime needs to know, with the seats found by name.
///
/// A room may have 5,000 of them: whoever keeps this value looks a seat up without going through all.
package struct SeatsOnSale: Sendable {
    package let id: ShowtimeID
    package let startsAt: Date
    package let status: ShowtimeStatus
    package let priceList: PriceList
    package let showing: Showing
    private let priceCategories: [SeatName: PriceCategoryCode]

    package init(_ offer: ShowtimeOffer) {
        id = offer.id
        startsAt = offer.startsAt
        status = offer.status
        priceList = offer.priceList
        showing = Showing(offer)
        priceCategories = Dictionary(
            offer.layout.seats.map { ($0.label, $0.priceCategory) }, uniquingKeysWith: { first, _ in first })
    }

    package var seatCount: Int { priceCategories.count }

    /// - Returns: `nil` if the room has no such seat.
    package func priceCategory(of seat: SeatName) -> PriceCategoryCode? {
        priceCategories[seat]
    }
}
