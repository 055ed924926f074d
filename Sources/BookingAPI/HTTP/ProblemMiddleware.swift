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
            if let refusal = error as? BookingError {
                notices.note(refusal)
            }
            return try Problem.told(error, metrics, context.logger).response()
        }
    }
}

extension Problem {
    /// What a client is told of an error, and those who run the server as well.
    static func told(_ error: any Error, _ metrics: Metrics, _ logger: Logger) -> Problem {
        guard let problem = Problem(error) else {
            // Its type alone: a message may quote what the request said.
            logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
            return Problem(.internalError, "the cinema has been told")
        }
        // Of the catalog it was said once, when it happened.
        if problem.code == .serviceUnavailable, !(error is CatalogFault), !(error is Problem) {
            logger.error("the service is not available", metadata: ["reason": "\(error)"])
        }
        if problem.code.isRejection {
            metrics.countRejection(problem.code)
        }
        return problem
    }
}
