import HTTPTypes
import Hummingbird

/// Finds out for whom a trusted proxy asks.
struct ClientAddressMiddleware: RouterMiddleware {
    let proxies: TrustedProxies

    func handle(
        _ request: Request, context: BookingRequestContext,
        next: @concurrent (Request, BookingRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.client = proxies.client(
            peer: context.client, forwardedFor: request.headers[values: .xForwardedFor])
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
