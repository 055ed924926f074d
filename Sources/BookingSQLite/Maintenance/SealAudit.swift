import Booking
import Foundation
import GRDB

/// Whether the sealed names of orders and tickets are those of their rows.
struct SealAudit {
    let keys: OrderKeyring

    /// One sentence for each order that cannot be named, or cannot name its tickets. Orders of earlier versions have nothing sealed.
    func faults(_ database: Database) throws -> [String] {
        guard try SQLiteSchema.version(of: database) >= 6 else { return [] }
        var faults: [String] = []
        let orders = try Row.fetchCursor(
            database, sql: #"SELECT id, sealed, number FROM "order" WHERE sealed IS NOT NULL ORDER BY number"#)
        while let row = try orders.next() {
            let number: String = row["number"]
            guard let order = keys.order(SealedName(digest: row["id"], sealed: row["sealed"])) else {
                faults.append("an order's name is sealed with another key, or is another's (order): \(number)")
                continue
            }
            if try !namesTickets(order, database) {
                faults.append("an order does not name its tickets (order): \(number)")
            }
        }
        return faults
    }

    private func namesTickets(_ order: OrderID, _ database: Database) throws -> Bool {
        let seal = TicketSeal(of: order)
        return try Row.fetchAll(
            database, sql: "SELECT id, sealed, place FROM ticket WHERE order_id = ?", arguments: [order.digest]
        ).allSatisfy { seal.ticket(SealedName(digest: $0["id"], sealed: $0["sealed"]), at: $0["place"]) != nil }
    }
}
