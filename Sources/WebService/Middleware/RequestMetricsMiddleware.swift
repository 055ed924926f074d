import Hummingbird
import Logging

/// Counts and logs each request by its route, never by its path.
struct RequestMetricsMiddleware: RouterMiddleware {
    let metrics: ServiceMetrics

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let route = context.endpointPath ?? "none"
        // One of those that HTTP has: see MethodRules. A client's own words would fill the memory.
        let method = request.method.rawValue
        metrics.countRequest(method: method, route: route, status: response.status.code, duration: duration)
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
                "duration": "\(duration)",
            ])
        return response
    }
}
