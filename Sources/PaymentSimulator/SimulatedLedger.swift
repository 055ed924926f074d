import Cinema
import GRDB
import Payments

/// The file in which the simulated network remembers payments.
struct SimulatedLedger {
    private static let versions = [
        """
        CREATE TABLE IF NOT EXISTS simulated_payment (
            id TEXT PRIMARY KEY,
            state TEXT NOT NULL,
            decline_code TEXT,
            amount INTEGER,
            currency TEXT
        ) STRICT, WITHOUT ROWID;
        """,
        """
        ALTER TABLE simulated_payment ADD COLUMN later_decline TEXT;
        ALTER TABLE simulated_payment ADD COLUMN refunding TEXT NOT NULL DEFAULT 'succeeds';
        ALTER TABLE simulated_payment ADD COLUMN refund_ends INTEGER;
        ALTER TABLE simulated_payment ADD COLUMN return_url TEXT;
        """,
        // Until then a payment had no name but ours, which is its reference from now on.
        """
        ALTER TABLE simulated_payment RENAME COLUMN id TO reference;
        ALTER TABLE simulated_payment ADD COLUMN payment TEXT;
        UPDATE simulated_payment SET payment = reference;
        CREATE UNIQUE INDEX simulated_payment_by_name ON simulated_payment (payment);
        """,
    ]

    /// To be asked before anything is written there.
    ///
    /// - Throws: ``SimulatedLedgerError`` if the file is something else, or of a newer version.
    static func require(at path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        try DatabaseQueue(path: path, configuration: configuration).read { database in
            let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard tables.isEmpty || tables == ["simulated_payment"] else {
                throw SimulatedLedgerError(foreign: path)
            }
            guard version <= versions.count else { throw SimulatedLedgerError(newer: path) }
        }
    }

    static func migrate(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        for script in versions.dropFirst(version) {
            try database.execute(sql: script)
        }
        try database.execute(sql: "PRAGMA user_version = \(versions.count)")
    }

    let database: Database

    /// - Parameter payment: as who registered it calls it.
    func reference(of payment: String) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT reference FROM simulated_payment WHERE payment = ?"),
            arguments: [payment])
    }

    /// - Returns: `nil` if the network has never heard of it.
    func payment(_ reference: String) throws -> SimulatedPayment? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM simulated_payment WHERE reference = ?"),
            arguments: [reference])
        guard let row, let state = SimulatedPayment.State(rawValue: row["state"]) else { return nil }
        var amount: Money?
        if let code: String = row["currency"], let currency = Currency(code: code) {
            amount = Money(amount: row["amount"], currency: currency)
        }
        return SimulatedPayment(
            state: state, amount: amount, declineCode: row["decline_code"], laterDecline: row["later_decline"],
            refunding: TestCard.Refunding(rawValue: row["refunding"]) ?? .succeeds, refundEnds: row["refund_ends"],
            returnURL: row["return_url"])
    }

    func insert(_ payment: SimulatedPayment, of name: String, as reference: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO simulated_payment (reference, payment, state, amount, currency) VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            reference, name, payment.state.rawValue, payment.amount?.amount, payment.amount?.currency.code,
        ])
    }

    func update(_ payment: SimulatedPayment, _ reference: String) throws {
        try database.cachedStatement(
            sql: """
                UPDATE simulated_payment SET
                    state = ?, decline_code = ?, later_decline = ?, refunding = ?, refund_ends = ?, return_url = ?
                WHERE reference = ?
                """
        ).execute(arguments: [
            payment.state.rawValue, payment.declineCode, payment.laterDecline, payment.refunding.rawValue,
            payment.refundEnds, payment.returnURL, reference,
        ])
    }

    func holdings() throws -> [String: Holding] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT reference, state, amount, currency FROM simulated_payment")
        var holdings: [String: Holding] = [:]
        while let row = try rows.next() {
            guard let state = SimulatedPayment.State(rawValue: row["state"]), let kind = Holding.Kind(state),
                let code: String = row["currency"], let currency = Currency(code: code)
            else { continue }
            holdings[row["reference"]] = Holding(kind: kind, amount: Money(amount: row["amount"], currency: currency))
        }
        return holdings
    }
}

extension Holding.Kind {
    /// - Returns: `nil` if the network holds nothing.
    init?(_ state: SimulatedPayment.State) {
        switch state {
        case .authorized: self = .reserved
        case .captured, .refunding, .refundFailed: self = .taken
        default: return nil
        }
    }
}
