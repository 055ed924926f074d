import HTTPTypes
import Hummingbird

/// What every answer tells browsers.
enum SecurityHeaders {
    static let policy = "default-src 'none'; frame-ancestors 'none'"
    static let all: HTTPFields = [
        .xContentTypeOptions: "nosniff", .contentSecurityPolicy: policy, .referrerPolicy: "no-referrer",
    ]
}

/// Tells browsers to take answers for data and nothing else, unless an answer says itself what it may do.
struct SecurityHeadersMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = SecurityHeaders.policy
        }
        response.headers[.referrerPolicy] = "no-referrer"
        return response
    }
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
