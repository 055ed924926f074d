import Cinema
import Foundation
import Idempotency
import Synchronization

/// Lets holds that wait at the same time be decided together, in one transaction: one look at the claims of all, decisions in
/// order of arrival, one write of those that were granted.
///
/// Nobody waits for company: a group is whoever came while the one before was being written. Callers are answered in order
/// of arrival, and only when their holds are durable.
final class HoldQueue: Sendable {
    /// Bounds how long the first of a group waits for the last, and how long the store is kept from other writers.
    static let maximumGroup = 128

    struct Placed: Sendable {
        let hold: Hold
        /// Of the ``ShowingRecord`` that it is made for.
        let showing: Int
    }

    private struct Waiting: Sendable {
        let request: HoldRequest
        let turn: WaitingTurn
        let answer: CheckedContinuation<Placed, any Error>
    }

    private struct Queue {
        var waiting: [Waiting] = []
        /// A write is on its way that will take who waits.
        var isCalled = false
    }

    private let database: any BookingDatabase
    private let decisions: HoldDecisions
    private let commits: CommitLog
    private let queue = Mutex(Queue())

    init(database: any BookingDatabase, policy: BookingPolicy, commits: CommitLog) {
        self.database = database
        decisions = HoldDecisions(policy: policy)
        self.commits = commits
    }

    /// Whoever has come is served also if its task is cancelled meanwhile.
    func place(_ request: HoldRequest) async throws -> Placed {
        try await withCheckedThrowingContinuation { answer in
            let waiting = Waiting(request: request, turn: WaitingTurn(in: commits), answer: answer)
            let isFirst = queue.withLock { queue in
                queue.waiting.append(waiting)
                defer { queue.isCalled = true }
                return !queue.isCalled
            }
            if isFirst { callNextGroup() }
        }
    }

    private func callNextGroup() {
        Task { await serveGroup() }
    }

    private func serveGroup() async {
        let group = Mutex<[Waiting]>([])
        do {
            let outcomes = try await database.write { [self] transaction in
                let requests = takeGroup()
                group.withLock { $0 = requests }
                return try decide(requests.map(\.request), transaction)
            }
            for (waiting, outcome) in zip(group.withLock { $0 }, outcomes) { waiting.answer.resume(with: outcome) }
        } catch {
            let taken = group.withLock { $0 }
            await tell(error, taken.isEmpty ? takeGroup() : taken)
        }
    }

    private func takeGroup() -> [Waiting] {
        let (group, isMore) = queue.withLock { queue in
            let group = Array(queue.waiting.prefix(Self.maximumGroup))
            queue.waiting.removeFirst(group.count)
            queue.isCalled = !queue.waiting.isEmpty
            return (group, queue.isCalled)
        }
        if isMore { callNextGroup() }
        group.forEach { $0.turn.come() }
        return group
    }

    /// Nothing of the group was kept. What failed for one of them shall fail for no other.
    private func tell(_ error: any Error, _ group: [Waiting]) async {
        if error is StoreError {
            group.forEach { $0.answer.resume(throwing: error) }
            return
        }
        for waiting in group {
            do {
                let outcomes = try await database.write { [self] in try decide([waiting.request], $0) }
                waiting.answer.resume(with: outcomes[0])
            } catch let refusal as RefusedByKey {
                waiting.answer.resume(throwing: refusal.error(for: waiting.request))
            } catch {
                waiting.answer.resume(throwing: error)
            }
        }
    }

    private func decide(
        _ requests: [HoldRequest], _ transaction: any BookingTransaction
    ) throws -> [Result<Placed, any Error>] {
        var ledger = try HoldDecisions.Ledger(for: requests, counting: decisions.counted(requests), transaction)
        var keys: Set<Data> = []
        var winners: [(request: HoldRequest, placed: Placed)] = []
        let outcomes = try requests.map { request -> Result<Placed, any Error> in
            if let key = request.answer?.call.key {
                guard keys.insert(key).inserted, try transaction.answer(key) == nil else {
                    return .failure(AnsweredMeanwhile())
                }
            }
            let hold: Hold
            do throws(BookingError) { hold = try decisions.decide(request, &ledger) } catch { return .failure(error) }
            let showing = try request.showing ?? transaction.record(request.quote.showing, of: hold.showtime)
            let placed = Placed(hold: hold, showing: showing)
            winners.append((request, placed))
            return .success(placed)
        }
        transaction.serve(callers: winners.count)
        try write(winners, transaction)
        return outcomes
    }

    private func write(
        _ winners: [(request: HoldRequest, placed: Placed)], _ transaction: any BookingTransaction
    ) throws {
        let refused = try transaction.insert(
            winners.map { NewHold(hold: $0.placed.hold, customer: $0.request.customer, showing: $0.placed.showing) })
        guard refused.isEmpty else { throw RefusedByKey(seats: refused) }
        var held: [ShowtimeID: [SeatName]] = [:]
        var showtimes: [ShowtimeID] = []
        for (request, placed) in winners {
            if held[placed.hold.showtime] == nil { showtimes.append(placed.hold.showtime) }
            held[placed.hold.showtime, default: []] += placed.hold.seats.map(\.seat)
            try transaction.keep(request.answer, outcome: placed.hold.expiryInAnswer)
        }
        for showtime in showtimes {
            try transaction.change(showtime, sold: [], held: held[showtime] ?? [], released: [])
        }
    }
}

/// Seats were granted that somebody else has: rows were written by another way than this, or read wrongly. The key has kept
/// them apart.
private struct RefusedByKey: Error {
    let seats: Set<SeatKey>

    func error(for request: HoldRequest) -> BookingError {
        .seatsUnavailable(request.seats.filter(seats.contains).map(\.seat))
    }
}

extension HoldDecisions.Ledger {
    fileprivate init(
        for requests: [HoldRequest], counting clients: Set<ClientDigest>, _ transaction: any BookingTransaction
    ) throws {
        now = transaction.now
        closed = try transaction.closedShowings(among: Set(requests.map(\.quote.showtime)))
        claims = try transaction.claims(on: Set(requests.flatMap(\.seats)))
        openHolds = [:]
        for client in clients {
            openHolds[client] = try transaction.openHolds(of: client)
        }
    }
}
