import HTTPTypes
import Hummingbird

/// Lets the scripts of the configured origins, and of no others, read the answers (CORS).
struct CrossOriginMiddleware: RouterMiddleware {
    let allowedOrigins: AllowedOrigins

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin], allowedOrigins.contains(origin) else {
            var response = try await next(request, context)
            response.headers[.vary] = "Origin"
            return response
        }
        var response =
            isPreflight(request) ? Response(status: .noContent, headers: preflight) : try await next(request, context)
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = "Date, ETag, Idempotency-Replayed, Location, Retry-After"
        response.headers[.vary] = "Origin"
        return response
    }

    private func isPreflight(_ request: Request) -> Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }

    private var preflight: HTTPFields {
        [
            .accessControlAllowMethods: "GET, HEAD, POST, DELETE",
            .accessControlAllowHeaders: "Content-Type, Idempotency-Key, If-None-Match",
            .accessControlMaxAge: "600",
        ]
    }
}
