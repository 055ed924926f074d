package import Cinema
import Foundation

/// Something that has happened, for those outside who want to know. It is written in the transaction in which it happens, and says
/// nothing of a buyer.
package struct BookingEvent: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case sold
        /// The tickets are void and the seats are free.
        case voided
        /// The money is back.
        case refunded
        /// Nothing is sold of a showing any more, until somebody reopens it.
        case closed
    }

    /// What it has happened to.
    private enum Subject: Hashable, Sendable {
        case order(SoldOrder)
        case showing(ShowtimeID)
    }

    package let kind: Kind
    package let happenedAt: Instant
    private let object: Subject

    package init(_ kind: Kind, _ order: SoldOrder, at now: Instant) {
        self.kind = kind
        object = .order(order)
        happenedAt = now
    }

    package init(closing showtime: ShowtimeID, at now: Instant) {
        kind = .closed
        object = .showing(showtime)
        happenedAt = now
    }

    /// The public number of an order, or the id of a showing.
    package var subject: String {
        switch object {
        case .order(let order): order.number.text
        case .showing(let showtime): showtime.text
        }
    }

    /// JSON: `{"order":"K7MP2QRP","seats":["C5"],"showtime":"…","total":{"amount":1250,"currency":"EUR"},"version":1}`; of a
    /// showing `{"showtime":"…","version":1}`. Names may be added under the same version.
    package func body() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body =
            switch object {
            case .order(let order):
                Body(order: order.number.text, showtime: order.showtime, seats: order.seats, total: order.total)
            case .showing(let showtime): Body(order: nil, showtime: showtime, seats: nil, total: nil)
            }
        return String(decoding: try encoder.encode(body), as: UTF8.self)
    }

    private struct Body: Encodable {
        let version = 1
        let order: String?
        let showtime: ShowtimeID
        let seats: [SeatName]?
        let total: Money?
    }
}
