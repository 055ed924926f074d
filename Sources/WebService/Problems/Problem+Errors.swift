import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
import NIOHTTP1

extension Problem {
    /// What is answered to what went wrong: errors of a service say it themselves, those of HTTP are told here.
    ///
    /// - Returns: `nil` for what nobody expected.
    init?(_ error: any Error) {
        switch error {
        case let error as any ProblemConvertible: self = error.problem
        case is NIOTooManyBytesError:
            self.init(.bodyTooLarge, "send at most \(JSONBody.maximumSize) bytes")
        case is RequestTimeout: self.init(.requestTimeout, "send the body without a pause")
        case let error as HTTPParserError: self.init(error)
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, "see openapi.yaml for the calls there are")
        default: return nil
        }
    }

    /// What the parser of HTTP cannot make a request of.
    init(_ error: HTTPParserError) {
        if case .headerOverflow = error {
            self.init(.headersTooLarge, "send fewer and shorter headers, and a shorter path")
        } else {
            self.init(
                .invalidRequest, status: .badRequest,
                "this is no request of HTTP/1.1, or its method is one that is not known here")
        }
    }

    /// What a client is told of an error, and those who run the server as well.
    package static func told(_ error: any Error, _ metrics: ServiceMetrics, _ logger: Logger) -> Problem {
        guard let problem = Problem(error) else {
            // Its type alone: a message may quote what the request said.
            logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
            return Problem(.internalError, "the cinema has been told")
        }
        let code = problem.code as? GeneralProblem
        let isLogged = (error as? any ProblemConvertible)?.isLogged ?? false
        if code == .serviceUnavailable, !isLogged {
            logger.error("the service is not available", metadata: ["reason": "\(error)"])
        }
        if let code, code.isRejection {
            metrics.countRejection(code)
        }
        return problem
    }
}
