import Booking
import Hummingbird
import Logging

/// Turns every error into a problem.
struct ProblemMiddleware: RouterMiddleware {
    let metrics: Metrics
    let notices: LimitNotices

    func handle(
        _ request: Request, context: BookingRequestContext,
        next: @concurrent (Request, BookingRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            guard let problem = Problem(error) else {
                // Its type alone: a message may quote what the request said.
                context.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
                return try Problem(.internalError, "the cinema has been told").response()
            }
            if let refusal = error as? BookingError {
                notices.note(refusal)
            }
            // Of the catalog it was said once, when it happened.
            if problem.code == .serviceUnavailable, !(error is CatalogFault), !(error is Problem) {
                context.logger.error("the service is not available", metadata: ["reason": "\(error)"])
            }
            if problem.code.isRejection {
                metrics.countRejection(problem.code)
            }
            return try problem.response()
        }
    }
}
