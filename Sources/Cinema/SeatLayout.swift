/// The seats of a room: rows from the screen backwards, seats from left to right as one faces the screen.
package struct SeatLayout: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let label: RowLabel
        /// In order of `column`.
        package let seats: [Seat]
        /// How far from the screen, counted in row depths; a gap between two rows is a cross aisle.
        package let depth: Int
    }

    package let rows: [Row]

    package init(rows: [Row]) {
        self.rows = rows
    }

    package var seats: some Sequence<Seat> { rows.lazy.flatMap(\.seats) }

    package var seatCount: Int { rows.reduce(0) { $0 + $1.seats.count } }
}

/// One place in a room.
package struct Seat: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case seat
        /// An empty place for a wheelchair.
        case wheelchair
        /// The seat beside a wheelchair place, for who comes along.
        case companion
    }

    /// Unique in its layout, and the seat's name everywhere: `C5` is row C, seat 5.
    package let label: SeatName
    /// Its place from the left, counted in seat widths from 1; a number that is skipped is an aisle.
    package let column: Int
    package let kind: Kind
    package let priceCategory: PriceCategoryCode

    package init(
        label: SeatName, column: Int, kind: Kind = .seat, priceCategory: PriceCategoryCode = PriceCategory.standard
    ) {
        self.label = label
        self.column = column
        self.kind = kind
        self.priceCategory = priceCategory
    }
}
