import HTTPTypes
import Hummingbird
import WebOrigin

/// Begins `Location` with the address by which the cinema says that clients find this server, which may have a path of its own.
struct PublicLocationMiddleware: RouterMiddleware {
    let address: WebAddress

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if let location = response.headers[.location], location.hasPrefix("/") {
            response.headers[.location] = address.text + location
        }
        return response
    }
}
