package import Cinema
package import Foundation

package typealias OrderID = Identifier<Order>
package typealias TicketID = Identifier<Ticket>

/// A paid hold.
package struct Order: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case paid
    }

    package let id: OrderID
    package let status: Status
    package let showtime: String
    package let total: Money
    package let createdAt: Date
    /// In the order in which the seats were asked for.
    package let tickets: [Ticket]
}

/// The right to one seat of one showtime.
package struct Ticket: Hashable, Sendable {
    package let id: TicketID
    package let showtime: String
    package let seat: PricedSeat
}

/// Who buys.
package struct Buyer: Hashable, Sendable {
    package let name: String
    package let email: String

    package init(name: String, email: String) throws(BookingError) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        let email = email.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty, name.count <= 200, !name.unicodeScalars.contains(where: Self.isControl) else {
            throw .invalidRequest("name: give a name of 1 to 200 characters")
        }
        guard Self.looksLikeAddress(email) else {
            throw .invalidRequest("email: give an e-mail address such as ada@example.org")
        }
        self.name = name
        self.email = email
    }

    /// Only what no deliverable address lacks; whether it exists, only a mail can tell.
    private static func looksLikeAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && !text.unicodeScalars.contains { isControl($0) || $0.properties.isWhitespace }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
