import Booking
import HTTPTypes
import Hummingbird
import NIOCore

/// What the people who run the server ask it.
struct StatusRoutes {
    static let paths = ["/health", "/ready", "/metrics"]

    let showtimes: any ShowtimeSource
    let readiness: Readiness
    let metrics: Metrics

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/health") { _, _ in Self.text("ok\n") }
        routes.on(.get, "/ready") { _, _ in
            try await requireStore()
            try await requireCatalog()
            return Self.text("ready\n")
        }
        routes.on(.get, "/metrics") { _, _ in Self.text(metrics.text, type: "text/plain; version=0.0.4") }
    }

    private func requireStore() async throws {
        do {
            try await readiness.require()
        } catch let fault as StoreError {
            throw Problem.later(.serviceUnavailable, "\(fault)", retryAfter: 5)
        }
    }

    /// Also while sales go on from what is known of the last catalog: whoever looks after the server should know.
    private func requireCatalog() async throws {
        do {
            try await showtimes.requireReadable()
        } catch let fault as CatalogFault {
            throw Problem.later(.serviceUnavailable, fault.reason, retryAfter: 5)
        }
    }

    private static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
