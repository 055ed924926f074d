import Foundation
package import HTTPTypes
import Hummingbird

/// A refusal as RFC 9457 has it, with a stable `code` for programs and a `detail` for people.
package struct Problem: Error {
    package let code: any ProblemCode
    package let status: HTTPResponse.Status
    let detail: String
    /// What a service says of it besides, by name.
    package var members: [String: any Encodable & Sendable] = [:]
    package var headers: HTTPFields = [:]

    package init(_ code: any ProblemCode, status: HTTPResponse.Status? = nil, _ detail: String) {
        self.code = code
        self.status = status ?? code.status
        self.detail = detail
    }

    package init(_ code: GeneralProblem, status: HTTPResponse.Status? = nil, _ detail: String) {
        self.init(code as any ProblemCode, status: status, detail)
    }

    /// For a request that may succeed later.
    package static func later(_ code: GeneralProblem, _ detail: String, retryAfter seconds: Int) -> Problem {
        var problem = Problem(code, detail)
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }

    package func answer() throws -> Answer {
        try Answer(status: status, contentType: "application/problem+json", json: Body(problem: self))
    }

    func response() throws -> Response {
        var response = Response(try answer())
        response.headers.append(contentsOf: headers)
        return response
    }

    private struct Body: Encodable {
        let problem: Problem

        func encode(to encoder: any Encoder) throws {
            var body = encoder.container(keyedBy: Member.self)
            for (name, value) in problem.members { try body.encode(value, forKey: Member(stringValue: name)) }
            try body.encode(problem.code.title, forKey: "title")
            try body.encode(problem.status.code, forKey: "status")
            try body.encode(problem.code.rawValue, forKey: "code")
            try body.encode(problem.detail, forKey: "detail")
        }
    }

    private struct Member: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init(stringLiteral name: String) { stringValue = name }
        init?(intValue: Int) { nil }
    }
}
