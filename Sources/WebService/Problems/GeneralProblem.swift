package import HTTPTypes

/// Why any service may refuse a call: what HTTP and the limits of this house demand of all of them.
package enum GeneralProblem: String, ProblemCode, CaseIterable {
    case invalidRequest = "invalid_request"
    case bodyTooLarge = "body_too_large"
    case unsupportedMediaType = "unsupported_media_type"
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case tooManyRequests = "too_many_requests"
    case unauthorized
    case idempotencyMismatch = "idempotency_mismatch"
    case idempotencyInProgress = "idempotency_in_progress"
    case upgradeRequired = "upgrade_required"
    case originNotAllowed = "origin_not_allowed"
    case requestTimeout = "request_timeout"
    case headersTooLarge = "headers_too_large"
    case expectationFailed = "expectation_failed"
    case notImplemented = "not_implemented"
    case overloaded
    case serviceUnavailable = "service_unavailable"
    case internalError = "internal_error"

    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .idempotencyInProgress: .conflict
        case .unauthorized: .unauthorized
        case .bodyTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .invalidRequest, .idempotencyMismatch: .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .upgradeRequired: .init(code: 426, reasonPhrase: "Upgrade Required")
        case .originNotAllowed: .forbidden
        case .requestTimeout: .requestTimeout
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .expectationFailed: .expectationFailed
        case .notImplemented: .notImplemented
        case .serviceUnavailable, .overloaded: .serviceUnavailable
        case .internalError: .internalServerError
        }
    }

    /// Whether the request was turned away to keep within the limits.
    var isRejection: Bool {
        switch self {
        case .tooManyRequests, .overloaded, .requestTimeout, .headersTooLarge, .bodyTooLarge: true
        default: false
        }
    }

    package var title: String {
        switch self {
        case .invalidRequest: "The request is not valid"
        case .bodyTooLarge: "The body is too large"
        case .unsupportedMediaType: "The media type is not supported"
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "The method is not allowed here"
        case .tooManyRequests: "Too many requests"
        case .unauthorized: "This needs a key"
        case .idempotencyMismatch: "The idempotency key belongs to another request"
        case .idempotencyInProgress: "The same request is still running"
        case .upgradeRequired: "This is a WebSocket"
        case .originNotAllowed: "The origin is not allowed"
        case .requestTimeout: "The request took too long to arrive"
        case .headersTooLarge: "The headers are too large"
        case .expectationFailed: "The expectation cannot be met"
        case .notImplemented: "This part of HTTP is not understood"
        case .overloaded: "Too much to do"
        case .serviceUnavailable: "The service is not available"
        case .internalError: "Something went wrong"
        }
    }
}
