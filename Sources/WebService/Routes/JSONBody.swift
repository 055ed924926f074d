package import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import Text

/// Reading what a client sent.
package enum JSONBody {
    static let maximumSize = 64 * 1024
    private static let maximumDepth = 32

    /// The bytes of a body that is to be decoded.
    ///
    /// - Throws: a ``Problem`` for one that is no JSON, by its type, or too large.
    package static func collect(_ request: Request, _ context: ServiceRequestContext) async throws -> Data {
        guard MediaType(from: request.headers[.contentType] ?? "")?.isJSON == true else {
            throw Problem(.unsupportedMediaType, "send the body as application/json")
        }
        return try await collectAny(request, context)
    }

    /// The bytes of a body, whatever they mean.
    ///
    /// - Throws: a ``Problem`` for a body that is too large.
    package static func collectAny(_ request: Request, _ context: ServiceRequestContext) async throws -> Data {
        context.askForBody(of: request)
        var request = request
        let buffer = try await request.collectBody(upTo: maximumSize)
        return Data(buffer.readableBytesView)
    }

    /// - Throws: a ``Problem`` that says which field is wrong.
    package static func decode<Value: Decodable>(_ type: Value.Type, from body: Data) throws -> Value {
        try requireJSON(body)
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch let error as DecodingError {
            throw Problem(error)
        }
    }

    /// Foundation takes other encodings, commas too many, and the first of two members of one name: what is sent here
    /// must mean one thing, whoever reads it.
    private static func requireJSON(_ body: Data) throws {
        guard String(validating: body, as: UTF8.self) != nil else {
            throw Problem(.invalidRequest, status: .badRequest, "the body is not valid JSON: it is not in UTF-8")
        }
        var scanner = JSONScanner(deepest: maximumDepth)
        do {
            try scanner.scan(Array(body), 0..<body.count)
        } catch {
            let place = "\(error.message) (byte \(error.offset + 1))"
            throw Problem(.invalidRequest, status: .badRequest, "the body is not valid JSON: \(place)")
        }
    }
}

extension MediaType {
    fileprivate var isJSON: Bool { type == .application && subType == "json" }
}

extension Problem {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(.invalidRequest, "\(Self.field(context.codingPath + [key])) is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(.invalidRequest, "\(Self.field(context.codingPath)) has the wrong type")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(.invalidRequest, "\(Self.field(context.codingPath)) has no valid value")
        default:
            self.init(.invalidRequest, "a number in the body is no whole number, or out of range")
        }
    }

    private static func field(_ path: [any CodingKey]) -> String {
        let text = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return text.isEmpty ? "the body" : "'\(text.drop { $0 == "." })'"
    }
}
