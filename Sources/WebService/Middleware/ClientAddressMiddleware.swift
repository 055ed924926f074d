import HTTPTypes
import Hummingbird

/// Finds out who asks.
struct ClientAddressMiddleware: RouterMiddleware {
    let addresses: ClientAddresses

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.client = addresses.client(
            peer: context.client.address, forwardedFor: request.headers[values: .xForwardedFor])
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
