import Booking
import Checkout
import Synchronization
import WebService

/// What becomes of holds and payments, and what the store makes durable.
final class BookingMetrics: Sendable {
    private struct State {
        var holds: [String: Int] = ["placed": 0, "conflict": 0]
        var limited: [String: Int] = Dictionary(uniqueKeysWithValues: BuyersLimit.allCases.map { ($0.rawValue, 0) })
    }

    let payments = PaymentCounts()
    private let commits: CommitLog
    private let state = Mutex(State())

    init(commits: CommitLog) {
        self.commits = commits
    }

    /// - Parameter outcome: `placed`, or `conflict` where someone else has the seats.
    func countHold(_ outcome: String) {
        state.withLock { $0.holds[outcome, default: 0] += 1 }
    }

    func countLimited(_ limit: BuyersLimit) {
        state.withLock { $0.limited[limit.rawValue, default: 0] += 1 }
    }

    var families: [MetricFamily] {
        let state = state.withLock { $0 }
        return [
            .counter(
                "marquee_holds_total", "Holds that were asked for: placed, or in conflict with another buyer.",
                by: "outcome", state.holds),
            .counter(
                "marquee_limited_total",
                "Buyers that were turned away: they hold too many unpaid seats, or were declined too often.",
                by: "limit", state.limited),
            .counter("marquee_payments_total", "Payments, by how they ended.", by: "outcome", payments.all),
        ] + storeFamilies
    }

    private var storeFamilies: [MetricFamily] {
        let stored = commits.totals
        let groups = Histogram(
            bounds: CommitLog.groupBounds.map(Double.init), counts: commits.groups, sum: Double(stored.writes))
        return [
            .counter(
                "marquee_store_commits_total", "Transactions that were made durable.", [([:], stored.commits)]),
            .counter(
                "marquee_store_writes_total", "Writes in these transactions, each for one caller.",
                [([:], stored.writes)]),
            .histogram("marquee_store_commit_writes", "Writes that shared a transaction.", [([:], groups)]),
            .gauge("marquee_store_writes_waiting", "Writes that wait for those before them now.", commits.waiting),
        ]
    }
}
