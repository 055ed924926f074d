import Booking
import GRDB

/// Whether the ledgers of a store agree: seats, tickets, orders, payments and holds.
package struct StoreAudit {
    private let store: StoreFile

    package init(of path: String) {
        store = StoreFile(path: path)
    }

    /// Looks at one moment of the store, and changes nothing.
    ///
    /// - Throws: ``StoreError`` if there is no store that can be read.
    package func report() throws -> StoreReport {
        try store.requireStore()
        return try store.explaining {
            try store.reader().read { database in
                var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                for rule in StoreRule.all {
                    faults += try rule.faults(database)
                }
                func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
                func sum(_ states: String) throws -> Int {
                    try count("SELECT coalesce(sum(amount), 0) FROM payment WHERE state IN (\(states))")
                }
                return StoreReport(
                    faults: faults,
                    orders: try count(#"SELECT count(*) FROM "order""#),
                    tickets: try count(
                        "SELECT count(*) FROM claim WHERE sold_to IS NOT NULL"),
                    holds: try count("SELECT count(DISTINCT hold) FROM claim WHERE sold_to IS NULL"),
                    unfinished: try count(
                        """
                        SELECT count(*) FROM payment
                        WHERE state IN \(PaymentState.unfinishedList)
                        """),
                    due: try sum("'sold', 'captured', 'refunding', 'refundFailed'"),
                    taken: try sum("'captured', 'refundFailed'"),
                    open: try sum("'started', 'authenticating', 'sold', 'voiding'"))
            }
        }
    }
}

/// What an audit has found.
package struct StoreReport: Hashable, Sendable {
    /// One sentence each.
    package let faults: [String]
    package let orders: Int
    /// Tickets that are good.
    package let tickets: Int
    package let holds: Int
    /// Payments that wait to be settled.
    package let unfinished: Int
    /// In minor units, of all currencies: what the bank has taken, or shall take, or has not been able to give back.
    let due: Int
    /// What the bank has certainly taken.
    let taken: Int
    /// What the bank may have reserved.
    let open: Int

    /// Whether the bank must know of money.
    package var hasMoved: Bool { taken > 0 }

    /// Holds the store against the bank's own books, in minor units.
    ///
    /// What is between two steps may be in the one state there and in the other here.
    package func faults(ofAuthorized authorized: Int, captured: Int) -> [String] {
        var faults: [String] = []
        if captured < taken || captured > due {
            faults.append("the bank has taken \(captured), and the orders are worth \(taken) to \(due)")
        }
        if authorized > open {
            faults.append("the bank has reserved \(authorized), and payments of \(open) are open")
        }
        return faults
    }
}
