package import Cinema
package import Foundation

package struct Showtime: Sendable {
    package let id: String
    package let movie: Movie
    package let auditorium: Auditorium
    package let prices: Prices?
    package let startsAt: Date
    /// On the clocks of the theater.
    package let starts: LocalTime
    package let ends: LocalTime
    package let format: String
    package let language: String
    package let subtitles: String
    package let audioDescription: Bool
    package let captions: Bool
    package let relaxed: Bool
    package let status: ShowtimeStatus

    package var theater: Theater { auditorium.theater }
    package var day: CivilDate { starts.cinemaDay }
}

/// A price list, shared by the showtimes that have it.
package final class Prices: Sendable {
    package let id: Int64
    package let entries: [PriceList.Entry]
    /// `€12.50`; empty if there is nothing to pay.
    package let cheapest: String
    /// Whether there are prices, and all of them are 0.
    package let isFree: Bool

    init(_ id: Int64, _ list: PriceList) {
        self.id = id
        entries = list.entries
        let price = list.cheapest
        isFree = price?.amount == 0
        cheapest = isFree ? "" : price?.description ?? ""
    }
}

/// The seconds since 1970 at which something can be shown: from 1870 to the end of 2100, as in documents.
let showtimeSpan: ClosedRange<Int64> = -3_155_673_600...4_133_980_799

/// Why a time beyond it counts for nothing. Who writes SQL has mostly taken one unit for the other.
let outsideOfSpan =
    "its start or its end is not in the years 1870 to 2100; they are counted in seconds since 1970, not in milliseconds"
