import Booking
import GRDB
import Synchronization

/// Lets writes that wait at the same time share one transaction, and so one wait for the disk.
///
/// Nobody waits for company: a group is whoever came while the one before was being committed. Of several,
/// each has a savepoint of its own, so one that is refused leaves the others as they are. Callers are answered in order of
/// arrival, and only when the commit is done; if it fails, all of its group have had no effect and are told so.
final class GroupCommit: Sendable {
    /// Bounds how long the first of a group waits for the last, and how long the disk is kept from other writers.
    static let maximumGroup = 128

    private struct Queue {
        var waiting: [PendingWrite] = []
        var isRunning = false
    }

    private let pool: DatabasePool
    private let environment: BookingEnvironment
    private let relay: SeatChangeRelay
    private let queue = Mutex(Queue())

    init(pool: DatabasePool, environment: BookingEnvironment, relay: SeatChangeRelay) {
        self.pool = pool
        self.environment = environment
        self.relay = relay
    }

    /// Runs `body` in a transaction begun IMMEDIATE, after all that came before; durable when this returns.
    ///
    /// Whoever has come is served also if its task is cancelled meanwhile: an interrupted statement would harm its group.
    ///
    /// The watchers of seats are told before the caller.
    ///
    /// - Parameter body: is given the time of the transaction, which is one for its whole group.
    /// - Throws: what `body` throws, or ``GroupFailure``.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (SQLiteTransaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(
                PendingWrite(
                    perform: { transaction in
                        let value = try body(transaction)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    private func enqueue(_ write: PendingWrite) {
        let isFirst = queue.withLock { queue in
            queue.waiting.append(write)
            defer { queue.isRunning = true }
            return !queue.isRunning
        }
        if isFirst {
            commitNextGroup()
        }
    }

    private func commitNextGroup() {
        pool.asyncWriteWithoutTransaction { [self] database in
            let group = queue.withLock { queue in
                let group = Array(queue.waiting.prefix(Self.maximumGroup))
                queue.waiting.removeFirst(group.count)
                return group
            }
            commit(group, database)
            let isDone = queue.withLock { queue in
                queue.isRunning = !queue.waiting.isEmpty
                return queue.waiting.isEmpty
            }
            if !isDone {
                commitNextGroup()
            }
        }
    }

    private func commit(_ group: [PendingWrite], _ database: Database) {
        var answers: [@Sendable () -> Void] = []
        var changes: [SeatChange] = []
        do {
            var effects = 0
            try database.inTransaction(.immediate) {
                let now = Instant(environment.now())
                for write in group {
                    let outcome = try attempt(write, isAlone: group.count == 1, at: now, database)
                    answers.append(outcome.answer)
                    changes += outcome.changes
                    effects += outcome.effects
                }
                return effects > 0 ? .commit : .rollback
            }
            if effects > 0 {
                environment.commits.countCommit(writes: effects)
            }
        } catch {
            group.forEach { $0.fail(GroupFailure(reason: error)) }
            return
        }
        relay.publish(changes)
        answers.forEach { $0() }
    }

    /// One that is alone needs no savepoint: the transaction is undone when nothing in it had an effect.
    ///
    /// - Throws: what ended the transaction as a whole: SQLite does so by itself when, say, the disk is full.
    private func attempt(
        _ write: PendingWrite, isAlone: Bool, at now: Instant, _ database: Database
    ) throws -> WriteOutcome {
        let savepoint = isAlone ? nil : try Savepoint(database)
        do {
            let transaction = SQLiteTransaction(database, at: now)
            let answer = try write.perform(transaction)
            try savepoint?.release()
            return WriteOutcome(answer: answer, effects: transaction.callers, changes: transaction.changes)
        } catch {
            guard database.isInsideTransaction else { throw error }
            try savepoint?.undo()
            return WriteOutcome(answer: { write.fail(error) }, effects: 0, changes: [])
        }
    }
}

/// What is written after it can be undone alone.
private struct Savepoint {
    private let database: Database

    init(_ database: Database) throws {
        self.database = database
        try database.cachedStatement(sql: "SAVEPOINT write").execute()
    }

    func release() throws { try database.cachedStatement(sql: "RELEASE write").execute() }

    func undo() throws {
        try database.cachedStatement(sql: "ROLLBACK TO write").execute()
        try release()
    }
}

/// The transaction of a whole group could not be done; no write of it has had an effect.
struct GroupFailure: Error {
    let reason: any Error
}

private struct PendingWrite: Sendable {
    /// Has the effect; returns what tells the caller, to be run once the effect is durable.
    let perform: @Sendable (SQLiteTransaction) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

private struct WriteOutcome {
    /// Tells the caller, to be run after the commit.
    let answer: @Sendable () -> Void
    /// How many callers it was done for.
    let effects: Int
    let changes: [SeatChange]
}
