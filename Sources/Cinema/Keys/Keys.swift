/// The name of a seat in its room, such as `C5`.
package typealias SeatName = Key<Seat>
package typealias ShowtimeID = Key<ShowtimeOffer>
/// The name of a row in its room, such as `C`.
package typealias RowLabel = Key<SeatLayout.Row>
/// The name by which programs know a ticket type, such as `adult`.
package typealias TicketTypeCode = Key<TicketType>
/// The name by which programs know a price category, such as `standard`.
package typealias PriceCategoryCode = Key<PriceCategory>

/// How many bytes a ticket's code can carry of a seat, a showtime and a ticket type each.
private let ticketText = 255

extension SeatLayout.Row: Keyed {
    /// Some letters have marks; a seat's number must fit behind them.
    package static let keyRule = KeyRule(.letters(atMost: 4), maximumBytes: 64)
}

extension Seat: Keyed {
    package static let keyRule = KeyRule(.readable, maximumBytes: ticketText)
}

/// What a document calls a film, a theater, a room, a price list or a layout: known nowhere else.
package let documentKeyRule = KeyRule(.readable, maximumBytes: 1_000)

/// What the site calls a film, a theater, a genre, a person or a layout. File systems allow 255 bytes for the name of a folder or
/// a file, and some have files by this name with an ending: the longest is `.json.gz`.
package let pageNameRule = KeyRule(.address { _ in nil }, maximumBytes: 255 - ".json.gz".utf8.count)

extension TicketType: Keyed {
    package static let keyRule = KeyRule(.readable, maximumBytes: ticketText)
}

extension PriceCategory: Keyed {
    package static let keyRule = KeyRule(.readable, maximumBytes: ticketText)
}

extension ShowtimeOffer: Keyed {
    /// A showtime has a folder of this name beside those of the days; file systems allow 255 bytes.
    package static let keyRule = KeyRule(
        .address {
            if CivilDate.hasForm($0) { return "has the form of a day, and would stand among the pages of days" }
            return $0 == "page" ? "is the address of another page" : nil
        }, maximumBytes: ticketText)
}
