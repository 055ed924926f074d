import Cinema
import Foundation

/// Something that has happened to an order, for those outside who want to know. It is written in the transaction in which it
/// happens, and says nothing of the buyer.
package struct BookingEvent: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case sold
        /// The tickets are void and the seats are free.
        case voided
        /// The money is back.
        case refunded
    }

    package let kind: Kind
    package let order: SoldOrder
    package let happenedAt: Instant

    package init(_ kind: Kind, _ order: SoldOrder, at now: Instant) {
        self.kind = kind
        self.order = order
        happenedAt = now
    }

    /// JSON: `{"order":"K7MP2QRP","seats":["C5"],"showtime":"…","total":{"amount":1250,"currency":"EUR"},"version":1}`. Names may
    /// be added under the same version.
    package func body() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Body(order: order.number.text, showtime: order.showtime, seats: order.seats, total: order.total)
        return String(decoding: try encoder.encode(body), as: UTF8.self)
    }

    private struct Body: Encodable {
        let version = 1
        let order: String
        let showtime: ShowtimeID
        let seats: [SeatName]
        let total: Money
    }
}
