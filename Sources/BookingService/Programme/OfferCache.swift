import Booking
import Cinema

/// Offers in memory, as many as have a given number of seats between them. When it is full it begins anew.
struct OfferCache {
    private let maximumSeats: Int
    private var offers: [ShowtimeID: SeatsOnSale] = [:]
    private(set) var seatCount = 0

    init(maximumSeats: Int) {
        self.maximumSeats = maximumSeats
    }

    subscript(id: ShowtimeID) -> SeatsOnSale? { offers[id] }

    mutating func insert(_ offer: SeatsOnSale) {
        if seatCount + offer.seatCount > maximumSeats {
            removeAll()
        }
        guard offer.seatCount <= maximumSeats else { return }
        seatCount += offer.seatCount - (offers.updateValue(offer, forKey: offer.id)?.seatCount ?? 0)
    }

    mutating func removeAll() {
        offers = [:]
        seatCount = 0
    }
}
