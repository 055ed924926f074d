package import Booking
import Synchronization

/// What this process has done since it started, in Prometheus' text format.
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
        var payments: [String: Int] = [:]
        var durations = Histogram()
    }

    private let state = Mutex(State())
    private let commits: CommitLog

    package init(commits: CommitLog = CommitLog()) {
        self.commits = commits
    }

    func countRequest(method: String, route: String, status: Int, duration: Duration) {
        state.withLock { state in
            state.requests[Request(method: method, route: route, status: status), default: 0] += 1
            state.durations.record(duration)
        }
    }

    func countPayment(_ outcome: String) {
        state.withLock { $0.payments[outcome, default: 0] += 1 }
    }

    var text: String {
        let state = state.withLock { $0 }
        var lines = ["# TYPE marquee_http_requests_total counter"]
        for (request, count) in state.requests.sorted(by: { $0.key < $1.key }) {
            let labels = #"method="\#(request.method)",route="\#(request.route)",status="\#(request.status)""#
            lines.append("marquee_http_requests_total{\(labels)} \(count)")
        }
        lines.append("# TYPE marquee_http_request_duration_seconds histogram")
        lines += state.durations.lines(named: "marquee_http_request_duration_seconds")
        lines.append("# TYPE marquee_payments_total counter")
        for (outcome, count) in state.payments.sorted(by: { $0.key < $1.key }) {
            lines.append(#"marquee_payments_total{outcome="\#(outcome)"} \#(count)"#)
        }
        let stored = commits.totals
        lines.append("# TYPE marquee_store_commits_total counter")
        lines.append("marquee_store_commits_total \(stored.commits)")
        lines.append("# TYPE marquee_store_writes_total counter")
        lines.append("marquee_store_writes_total \(stored.writes)")
        return lines.joined(separator: "\n") + "\n"
    }
}

private struct Histogram {
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
    private var counts = [Int](repeating: 0, count: bounds.count)
    private var count = 0
    private var sum = 0.0

    mutating func record(_ duration: Duration) {
        let seconds = duration / .seconds(1)
        if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) {
            counts[bucket] += 1
        }
        count += 1
        sum += seconds
    }

    func lines(named name: String) -> [String] {
        var total = 0
        var lines: [String] = []
        for (bound, count) in zip(Self.bounds, counts) {
            total += count
            lines.append(#"\#(name)_bucket{le="\#(bound)"} \#(total)"#)
        }
        return lines + [#"\#(name)_bucket{le="+Inf"} \#(count)"#, "\(name)_sum \(sum)", "\(name)_count \(count)"]
    }
}
