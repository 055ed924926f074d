import CoreMetrics

/// What a server has done since it started, and what it does now.
package final class ServiceMetrics: Sendable {
    /// Where a service, and libraries that it uses, count what they do.
    package let registry = MetricsRegistry()
    let running = RunningRequests()
    let connections = OpenConnections()

    package init() {
        registry.describe(
            MetricDescription(
                "marquee_http_requests_total", "Requests that were answered.", .counter,
                // The pattern of a path, never the path: paths hold ids.
                by: ["route", "method", "status"]))
        registry.describe(
            MetricDescription(
                "marquee_http_request_duration_seconds", "Time from the head of a request to its answer.", .histogram,
                by: ["route"]))
        registry.describe(
            MetricDescription(
                "marquee_http_rejected_total", "Requests that were turned away to keep within the limits.", .counter,
                by: ["code"]))
        registry.ask { [running, connections] in
            [
                .gauge("marquee_http_requests_in_flight", "Requests that are being answered now.", running.count),
                .gauge(
                    "marquee_connections", "Connections that are open now, live sockets among them.", connections.count),
            ]
        }
        registry.describe(
            MetricDescription(
                "marquee_connections_cut_total", "Connections that were closed to keep within the limits.", .counter,
                by: ["reason"]),
            known: ConnectionCut.allCases.map(\.rawValue))
    }

    package func countRequest(method: String, route: String, status: Int, duration: Duration) {
        Counter(
            label: "marquee_http_requests_total",
            dimensions: [("route", route), ("method", method), ("status", String(status))], factory: registry
        ).increment()
        Timer(
            label: "marquee_http_request_duration_seconds", dimensions: [("route", route)], factory: registry
        ).recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }

    /// A request that was not served, to keep within the limits.
    func countRejection(_ code: any ProblemCode) {
        Counter(label: "marquee_http_rejected_total", dimensions: [("code", code.rawValue)], factory: registry)
            .increment()
    }

    func countCut(_ reason: ConnectionCut) {
        Counter(label: "marquee_connections_cut_total", dimensions: [("reason", reason.rawValue)], factory: registry)
            .increment()
    }
}
