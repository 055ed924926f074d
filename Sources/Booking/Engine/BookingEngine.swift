import Foundation
package import Idempotency

/// The rules of holds, orders and payments, over any ``BookingDatabase``.
package final class BookingEngine: BookingStore {
    let database: any BookingDatabase
    let keys: OrderKeyring
    let policy: BookingPolicy
    let environment: BookingEnvironment
    /// Whose the leases are that this opening of the store takes. No two are alike, also where chance is made to repeat.
    let worker = Data(UUID().uuidString.utf8)
    let showings = ShowingCache()
    let holds: HoldQueue

    package init(
        _ database: any BookingDatabase, keys: OrderKeyring, policy: BookingPolicy = BookingPolicy(),
        environment: BookingEnvironment = BookingEnvironment()
    ) {
        self.database = database
        self.keys = keys
        self.policy = policy
        self.environment = environment
        holds = HoldQueue(database: database, policy: policy, commits: environment.commits)
    }

    package var epoch: String { database.epoch }
    package var changes: any SeatChangeFeed { database.seatChanges }

    package func requireWritable() async throws { try await database.requireWritable() }

    /// One write of one caller, which waits for its turn.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingTransaction) throws -> Value
    ) async throws -> Value {
        let turn = WaitingTurn(in: environment.commits)
        return try await database.write { transaction in
            turn.come()
            return try body(transaction)
        }
    }

    // MARK: - Answers that are kept

    package func past(_ call: RepeatableCall) async throws -> PastCall {
        guard let kept = try await database.read({ try $0.answer(call.key) }) else { return .unknown }
        return kept.call.fingerprint == call.fingerprint ? .answered(kept) : .mismatch
    }
}

extension BookingTransaction {
    /// - Throws: ``AnsweredMeanwhile``, and then nothing may be kept of the transaction.
    func keep(_ answer: SealedAnswer?, outcome: String = "") throws {
        guard let answer else { return }
        guard try keep(answer.kept(outcome)) else { throw AnsweredMeanwhile() }
    }
}

/// An answer whose facts are sealed already, before anybody has to wait for it.
struct SealedAnswer: Sendable {
    let call: RepeatableCall
    let sealed: Data

    init?<Facts>(_ answering: Answering<Facts>?, _ facts: Facts) throws {
        guard let answering else { return nil }
        call = answering.call
        sealed = try answering.seal(facts)
    }

    func kept(_ outcome: String) -> KeptAnswer {
        KeptAnswer(call: call, sealed: sealed, outcome: outcome)
    }
}
