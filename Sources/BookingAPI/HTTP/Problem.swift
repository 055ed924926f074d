import Foundation
import HTTPTypes
import Hummingbird

/// A refusal as RFC 9457 has it, with a stable `code` for programs and a `detail` for people.
struct Problem: Error {
    let code: ProblemCode
    let status: HTTPResponse.Status
    let detail: String
    var seats: [String]?
    var declineCode: String?
    var order: String?
    var headers: HTTPFields = [:]

    init(_ code: ProblemCode, status: HTTPResponse.Status? = nil, _ detail: String) {
        self.code = code
        self.status = status ?? code.status
        self.detail = detail
    }

    /// For a request that may succeed later.
    static func later(_ code: ProblemCode, _ detail: String, retryAfter seconds: Int) -> Problem {
        var problem = Problem(code, detail)
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }

    func answer() throws -> Answer {
        let body = Body(
            title: code.title, status: status.code, code: code.rawValue, detail: detail, seats: seats,
            declineCode: declineCode, order: order)
        return try Answer(status: status, contentType: "application/problem+json", json: body)
    }

    func response() throws -> Response {
        var response = Response(try answer())
        response.headers.append(contentsOf: headers)
        return response
    }

    private struct Body: Encodable {
        let title: String
        let status: Int
        let code: String
        let detail: String
        let seats: [String]?
        let declineCode: String?
        let order: String?
    }
}
