import Booking
import HTTPTypes
import Hummingbird
import NIOCore

/// What the people who run the server ask it.
struct StatusRoutes {
    static let paths = ["/health", "/ready", "/metrics"]

    let readiness: Readiness
    let metrics: Metrics

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/health") { _, _ in Self.text("ok\n") }
        routes.on(.get, "/ready") { _, _ in
            try await readiness.require()
            return Self.text("ready\n")
        }
        routes.on(.get, "/metrics") { _, _ in Self.text(metrics.text, type: "text/plain; version=0.0.4") }
    }

    private static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
