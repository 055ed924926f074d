package import Booking
import Cinema
import GRDB

/// Whether the ledgers of a store agree: seats, tickets, orders, payments and holds.
package struct StoreAudit {
    private let store: StoreFile
    private let reader: DatabaseQueue

    /// - Throws: ``StoreError`` if there is no store that can be read.
    package init(of path: String) throws {
        let store = StoreFile(path: path)
        try store.requireStore()
        self.store = store
        reader = try store.explaining { try store.reader() }
    }

    /// Looks at one moment of the store, and changes nothing.
    ///
    /// - Parameter keys: with which the names of orders must open; `nil`: nobody looks at them.
    /// - Throws: ``StoreError`` if the store cannot be read.
    package func report(keys: OrderKeyring? = nil) throws -> StoreReport {
        try store.explaining {
            try reader.read { database in
                var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                for rule in StoreRule.all {
                    faults += try rule.faults(database)
                }
                if let keys { faults += try SealAudit(keys: keys).faults(database) }
                func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
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
                        """))
            }
        }
    }

    /// What the store says of the money of each payment, by the reference that the bank has given it. Of a payment without one
    /// the bank was never asked for money.
    ///
    /// - Throws: ``StoreError`` if the store cannot be read.
    package func payments() throws -> [String: RecordedPayment] {
        try store.explaining {
            try reader.read { database in
                var payments: [String: RecordedPayment] = [:]
                let reference = try SQLiteSchema.version(of: database) < 6 ? "id" : "reference"
                let rows = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT \(reference) AS reference, state, amount, currency FROM payment
                        WHERE \(reference) IS NOT NULL
                        """)
                while let row = try rows.next() {
                    payments[row["reference"]] = RecordedPayment(
                        state: try SQLiteRows.state(row["state"]),
                        amount: Money(amount: row["amount"], currency: try SQLiteRows.currency(row["currency"])))
                }
                return payments
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
}
