import Synchronization

/// What this process has done since it started, and what it does now, in Prometheus' text format.
package final class ServiceMetrics: Sendable {
    package typealias Source = @Sendable () -> [MetricFamily]

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
        var cuts = Dictionary(uniqueKeysWithValues: ConnectionCut.allCases.map { ($0.rawValue, 0) })
        var sources: [Source] = []
    }

    let running = RunningRequests()
    let connections = OpenConnections()
    private let state = Mutex(State())

    package init() {}

    /// Shows what a service counts itself, behind what there is already.
    package func add(_ source: @escaping Source) {
        state.withLock { $0.sources.append(source) }
    }

    package func countRequest(method: String, route: String, status: Int, duration: Duration) {
        state.withLock { state in
            state.requests[Request(method: method, route: route, status: status), default: 0] += 1
            state.durations[route, default: .seconds].record(duration / .seconds(1))
        }
    }

    /// A request that was not served, to keep within the limits.
    func countRejection(_ code: any ProblemCode) {
        state.withLock { $0.rejections[code.rawValue, default: 0] += 1 }
    }

    func countCut(_ reason: ConnectionCut) {
        state.withLock { $0.cuts[reason.rawValue, default: 0] += 1 }
    }

    var text: String {
        let state = state.withLock { $0 }
        return (families(of: state) + state.sources.flatMap { $0() }).map(\.text).joined()
    }

    private func families(of state: State) -> [MetricFamily] {
        [
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
                by: "code", state.rejections),
            .gauge("marquee_http_requests_in_flight", "Requests that are being answered now.", running.count),
            .gauge("marquee_connections", "Connections that are open now, live sockets among them.", connections.count),
            .counter(
                "marquee_connections_cut_total", "Connections that were closed to keep within the limits.",
                by: "reason", state.cuts),
        ]
    }
}
