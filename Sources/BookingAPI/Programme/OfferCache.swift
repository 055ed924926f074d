import Booking

/// Offers in memory, those used last, as many as have a given number of seats between them.
struct OfferCache {
    private struct Generation {
        var offers: [String: SeatsOnSale] = [:]
        var seatCount = 0
    }

    private let maximumSeats: Int
    /// Used since `older` was begun anew.
    private var newer = Generation()
    /// Forgotten together when `newer` is full.
    private var older = Generation()

    init(maximumSeats: Int) {
        self.maximumSeats = maximumSeats
    }

    var seatCount: Int { newer.seatCount + older.seatCount }

    subscript(id: String) -> SeatsOnSale? {
        mutating get {
            if let offer = newer.offers[id] { return offer }
            guard let offer = older.offers.removeValue(forKey: id) else { return nil }
            older.seatCount -= offer.seatCount
            insert(offer)
            return offer
        }
    }

    mutating func insert(_ offer: SeatsOnSale) {
        guard offer.seatCount <= maximumSeats / 2 else { return }
        if newer.seatCount + offer.seatCount > maximumSeats / 2 {
            older = newer
            newer = Generation()
        }
        if let replaced = newer.offers.updateValue(offer, forKey: offer.id) {
            newer.seatCount -= replaced.seatCount
        }
        newer.seatCount += offer.seatCount
    }

    mutating func removeAll() {
        newer = Generation()
        older = Generation()
    }
}
