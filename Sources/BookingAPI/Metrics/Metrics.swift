package import Booking
import Synchronization

/// What this process has done since it started, and what it does now, in Prometheus' text format.
package final class Metrics: Sendable {
    private struct Request: Hashable, Comparable {
        let method: String
        /// The pattern, never the path: paths hold ids.
        let route: String
        let status: Int

        static func < (left: Request, right: Request) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private struct State {
        var requests: [Request: Int] = [:]
        var durations: [String: Histogram] = [:]
        var rejections: [String: Int] = [:]
        var limited: [String: Int] = Dictionary(uniqueKeysWithValues: BuyersLimit.allCases.map { ($0.rawValue, 0) })
        var cuts = Dictionary(uniqueKeysWithValues: ConnectionCut.allCases.map { ($0.rawValue, 0) })
        var holds: [String: Int] = ["placed": 0, "conflict": 0]
        var payments: [String: Int] = [:]
    }

    let running = RunningRequests()
    let connections = OpenConnections()
    let live = LiveCounts()
    private let state = Mutex(State())
    private let commits: CommitLog

    package init(commits: CommitLog = CommitLog()) {
        self.commits = commits
    }

    func countRequest(method: String, route: String, status: Int, duration: Duration) {
        state.withLock { state in
            state.requests[Request(method: method, route: route, status: status), default: 0] += 1
            state.durations[route, default: .seconds].record(duration / .seconds(1))
        }
    }

    /// A request that was not served, to keep within the limits.
    func countRejection(_ code: ProblemCode) {
        state.withLock { $0.rejections[code.rawValue, default: 0] += 1 }
    }

    func countLimited(_ limit: BuyersLimit) {
        state.withLock { $0.limited[limit.rawValue, default: 0] += 1 }
    }

    func countCut(_ reason: ConnectionCut) {
        state.withLock { $0.cuts[reason.rawValue, default: 0] += 1 }
    }

    /// - Parameter outcome: `placed`, or `conflict` where someone else has the seats.
    func countHold(_ outcome: String) {
        state.withLock { $0.holds[outcome, default: 0] += 1 }
    }

    func countPayment(_ outcome: String) {
        state.withLock { $0.payments[outcome, default: 0] += 1 }
    }

    var text: String { (requestFamilies + bookingFamilies + storeFamilies + liveFamilies).map(\.text).joined() }

    private var requestFamilies: [MetricFamily] {
        let state = state.withLock { $0 }
        return [
            .counter(
                "marquee_http_requests_total", "Requests that were answered.",
                state.requests.sorted { $0.key < $1.key }.map { request, count in
                    let labels = ["method": request.method, "route": request.route, "status": String(request.status)]
                    return (labels, count)
                }),
            .histogram(
                "marquee_http_request_duration_seconds", "Time from the head of a request to its answer.",
                state.durations.sorted { $0.key < $1.key }.map { (["route": $0.key], $0.value) }),
            .counter(
                "marquee_http_rejected_total", "Requests that were turned away to keep within the limits.",
                Self.labelled("code", state.rejections)),
            .gauge("marquee_http_requests_in_flight", "Requests that are being answered now.", running.count),
            .gauge("marquee_connections", "Connections that are open now, live sockets among them.", connections.count),
            .counter(
                "marquee_connections_cut_total", "Connections that were closed to keep within the limits.",
                Self.labelled("reason", state.cuts)),
        ]
    }

    private var bookingFamilies: [MetricFamily] {
        let state = state.withLock { $0 }
        return [
            .counter(
                "marquee_holds_total", "Holds that were asked for: placed, or in conflict with another buyer.",
                Self.labelled("outcome", state.holds)),
            .counter(
                "marquee_limited_total",
                "Buyers that were turned away: they hold too many unpaid seats, or were declined too often.",
                Self.labelled("limit", state.limited)),
            .counter(
                "marquee_payments_total", "Payments, by how they ended.", Self.labelled("outcome", state.payments)),
        ]
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

    private var liveFamilies: [MetricFamily] {
        return [
            .gauge("marquee_live_sockets", "Live sockets that are open now.", live.open),
            .counter("marquee_live_sockets_total", "Live sockets that were opened.", [([:], live.opened)]),
            .counter(
                "marquee_live_sockets_dropped_total",
                "Live sockets that were closed because the client did not keep up or broke the rules.",
                [([:], live.dropped)]),
            .counter(
                "marquee_live_messages_total", "Messages that were sent over live sockets.", [([:], live.messagesSent)]),
        ]
    }

    private static func labelled(_ label: String, _ counts: [String: Int]) -> [(labels: [String: String], value: Int)] {
        counts.sorted { $0.key < $1.key }.map { ([label: $0.key], $0.value) }
    }
}
