package import Cinema
import GRDB

/// A card network in test mode that remembers, in a SQLite file of its own, what it authorized, captured and voided.
///
/// It stands for a service elsewhere: like one it survives our crashes, and unlike one it shares our power supply, so
/// the last milliseconds before a power cut may be missing from its file.
package final class SimulatedProvider: PaymentProvider {
    private let network: TestCardNetwork
    private let database: DatabaseQueue

    /// Opens the network's memory, or creates it.
    package init(path: String, network: TestCardNetwork = TestCardNetwork()) throws {
        self.network = network
        var configuration = Configuration()
        configuration.label = "simulated payments"
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(10)
        database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS simulated_payment (
                        id TEXT PRIMARY KEY,
                        state TEXT NOT NULL,
                        decline_code TEXT,
                        amount INTEGER,
                        currency TEXT
                    ) STRICT, WITHOUT ROWID
                    """)
        }
    }

    package func authorize(
        _ payment: String, _ amount: Money, with method: PaymentMethod
    ) async throws
        -> Authorization
    {
        let decision = network.decision(on: method)
        return try await database.write { database in
            switch try SimulatedPayment.fetch(payment, database) {
            case nil:
                try SimulatedPayment(decision, amount).insert(payment, database)
                return decision
            case .authorized, .captured: return .authorized
            case .declined(let decline): return .declined(decline)
            case .voided: throw PaymentStateError("the payment was voided before it was authorized")
            }
        }
    }

    package func capture(_ payment: String) async throws {
        try await database.write { database in
            switch try SimulatedPayment.fetch(payment, database) {
            case .authorized: try SimulatedPayment.setState("captured", of: payment, database)
            case .captured: return
            case nil, .declined, .voided: throw PaymentStateError("there is no authorization to capture")
            }
        }
    }

    package func void(_ payment: String) async throws {
        try await database.write { database in
            switch try SimulatedPayment.fetch(payment, database) {
            case nil: try SimulatedPayment.voided.insert(payment, database)
            case .authorized, .declined: try SimulatedPayment.setState("voided", of: payment, database)
            case .voided: return
            case .captured: throw PaymentStateError("the payment was captured: it can be refunded, not voided")
            }
        }
    }

    /// What the network holds of everyone's money, in minor units: what it reserved, and what it took.
    package func ledger() async throws -> (authorized: Int, captured: Int) {
        try await database.read { database in
            func sum(_ state: String) throws -> Int {
                try Int.fetchOne(
                    database, sql: "SELECT coalesce(sum(amount), 0) FROM simulated_payment WHERE state = ?",
                    arguments: [state]) ?? 0
            }
            return (try sum("authorized"), try sum("captured"))
        }
    }
}
