package import Cinema
import Files
import Foundation
import GRDB
package import Payments
import SQLiteSupport

/// A card network in test mode that remembers, in a SQLite file of its own, what it authorized, captured, voided and gave
/// back.
///
/// It stands for a service elsewhere: like one it survives our crashes, and unlike one it shares our power supply, so
/// the last milliseconds before a power cut may be missing from its file.
package final class SimulatedProvider: PaymentProvider {
    /// Below this path of the server, the bank of the simulation asks buyers who they are.
    package static let challengePath = "/simulator/3ds/"

    private let network: TestCardNetwork
    private let path: String
    private let database: DatabaseQueue

    /// Opens the network's memory, or creates it, so that only its owner may read it.
    ///
    /// - Throws: ``SimulatedLedgerError``.
    package init(path: String, network: TestCardNetwork = TestCardNetwork()) throws {
        self.network = network
        var configuration = Configuration()
        configuration.label = "simulated payments"
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(10)
        self.path = path
        do {
            try DatabaseFiles(path).createWhole { draft in
                let queue = try DatabaseQueue(path: draft, configuration: configuration)
                try queue.write { try SimulatedLedger.migrate($0) }
                try queue.close()
            }
            try ForeignLog.require(noneBeside: path)
            try SimulatedLedger.require(at: path)
            database = try DatabaseQueue(path: path, configuration: configuration)
            try database.write { try SimulatedLedger.migrate($0) }
        } catch let error as FileError {
            throw SimulatedLedgerError(error)
        } catch let error as ForeignLog {
            throw SimulatedLedgerError(error)
        } catch let error as SimulatedLedgerError {
            throw error
        } catch let error as DatabaseError {
            throw SimulatedLedgerError(path, error)
        }
    }

    package func register(_ payment: String, _ amount: Money) async throws -> String {
        try await write { ledger in
            if let reference = try ledger.reference(of: payment) { return reference }
            let reference = Self.newReference()
            try ledger.insert(SimulatedPayment(amount), of: payment, as: reference)
            return reference
        }
    }

    /// 128 random bits: whoever knows it can answer the bank's question to the buyer.
    private static func newReference() -> String {
        "sim_" + (0..<2).map { _ in String(format: "%016lx", UInt64.random(in: .min ... .max)) }.joined()
    }

    package func authorize(
        _ reference: String, with method: PaymentMethod, returnURL: String?
    ) async throws -> Authorization {
        let decision = network.decision(on: method)
        let authorization = try await change(reference) { payment, _ in
            payment?.authorize(decision, returnURL: returnURL)
            return payment?.authorization(challengeURL: Self.challengePath + reference)
        }
        guard let authorization else {
            throw PaymentStateError("the payment was voided, refunded or never registered: it cannot be authorized")
        }
        return authorization
    }

    package func authorization(of reference: String) async throws -> Authorization? {
        try await read { ledger in
            try ledger.payment(reference)?.authorization(challengeURL: Self.challengePath + reference)
        }
    }

    package func capture(_ reference: String) async throws {
        try await change(reference) { payment, _ in
            guard payment != nil else { throw PaymentStateError("there is no authorization to capture") }
            try payment?.capture()
        }
    }

    /// Of what was never registered nothing can be reserved.
    package func void(_ reference: String) async throws {
        try await change(reference) { payment, _ in try payment?.void() }
    }

    package func refund(_ reference: String) async throws -> Refund {
        let refund = try await change(reference) { payment, now in
            try payment?.refund(at: now)
            return payment?.refund
        }
        guard let refund else { throw PaymentStateError("nothing was captured") }
        return refund
    }

    package func refundStatus(of reference: String) async throws -> Refund? {
        try await change(reference) { payment, _ in payment?.refund }
    }

    /// What the network holds of each payment, by its reference.
    package func holdings() async throws -> [String: Holding] {
        try await read { try $0.holdings() }
    }

    /// Changes what is known of a payment, once time has done its work on it.
    @discardableResult
    func change<Value: Sendable>(
        _ reference: String, _ body: @escaping @Sendable (inout SimulatedPayment?, _ now: Int) throws -> Value
    ) async throws -> Value {
        let now = Int(network.now().timeIntervalSince1970)
        return try await write { ledger in
            let known = try ledger.payment(reference)
            var payment = known
            payment?.advance(to: now)
            let value = try body(&payment, now)
            if let payment, payment != known { try ledger.update(payment, reference) }
            return value
        }
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (SimulatedLedger) throws -> Value
    ) async throws -> Value {
        try await explaining { try await $0.read { try body(SimulatedLedger(database: $0)) } }
    }

    private func write<Value: Sendable>(
        _ body: @escaping @Sendable (SimulatedLedger) throws -> Value
    ) async throws -> Value {
        try await explaining { try await $0.write { try body(SimulatedLedger(database: $0)) } }
    }

    /// - Throws: ``SimulatedLedgerError`` for what SQLite says.
    private func explaining<Value>(_ body: (DatabaseQueue) async throws -> Value) async throws -> Value {
        do {
            return try await body(database)
        } catch let error as DatabaseError {
            throw SimulatedLedgerError(path, error)
        }
    }
}
