import Booking
import Checkout
import CoreMetrics
import WebService

/// What becomes of holds and payments, and what the store makes durable.
struct BookingMetrics: Sendable {
    private let registry: MetricsRegistry

    init(in registry: MetricsRegistry, commits: CommitLog) {
        self.registry = registry
        registry.describe(
            MetricDescription(
                "marquee_holds_total", "Holds that were asked for: placed, or in conflict with another buyer.",
                .counter,
                by: ["outcome"]),
            known: ["placed", "conflict"])
        registry.describe(
            MetricDescription(
                "marquee_limited_total",
                "Buyers that were turned away: they hold too many unpaid seats, or were declined too often.", .counter,
                by: ["limit"]),
            known: BuyersLimit.allCases.map(\.rawValue))
        registry.describe(
            MetricDescription(Checkout.paymentsMetric, "Payments, by how they ended.", .counter, by: ["outcome"]))
        registry.ask { Self.families(of: commits) }
    }

    /// - Parameter outcome: `placed`, or `conflict` where someone else has the seats.
    func countHold(_ outcome: String) {
        Counter(label: "marquee_holds_total", dimensions: [("outcome", outcome)], factory: registry).increment()
    }

    func countLimited(_ limit: BuyersLimit) {
        Counter(label: "marquee_limited_total", dimensions: [("limit", limit.rawValue)], factory: registry).increment()
    }

    private static func families(of commits: CommitLog) -> [MetricFamily] {
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
