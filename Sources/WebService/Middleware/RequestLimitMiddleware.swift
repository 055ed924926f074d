import Hummingbird

/// Answers 503 instead of taking on more requests than it can serve in time: a queue that only grows helps nobody.
struct RequestLimitMiddleware: RouterMiddleware {
    let maximum: Int
    let running: RunningRequests

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        let count = running.begin()
        defer { running.end() }
        // Whoever watches over the server must see into it just then.
        guard count <= maximum || Self.isStatus(request.uri.path) else {
            throw Problem.later(.overloaded, "nothing was done; try again in a moment", retryAfter: 1)
        }
        return try await next(request, context)
    }

    private static func isStatus(_ path: String) -> Bool {
        StatusRoutes.paths.contains(path)
    }
}
