import Hummingbird
import Logging

/// Turns every error into a problem.
struct ProblemMiddleware: RouterMiddleware {
    let metrics: ServiceMetrics

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try Problem.told(error, metrics, context.logger).response()
        }
    }
}
