import HTTPTypes
import Hummingbird
import NIOCore

/// What the people who run a service ask it.
package struct StatusRoutes {
    static let paths = ["/health", "/ready", "/metrics"]

    private let metrics: ServiceMetrics
    private let requireReady: @Sendable () async throws -> Void

    /// - Parameter requireReady: throws why the service cannot do its work now.
    package init(metrics: ServiceMetrics, requireReady: @escaping @Sendable () async throws -> Void) {
        self.metrics = metrics
        self.requireReady = requireReady
    }

    package func add(to routes: inout RouteTable) {
        routes.on(.get, "/health") { _, _ in Self.text("ok\n") }
        routes.on(.get, "/ready") { _, _ in
            try await requireReady()
            return Self.text("ready\n")
        }
        routes.on(.get, "/metrics") { _, _ in Self.text(metrics.registry.text, type: "text/plain; version=0.0.4") }
    }

    private static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
