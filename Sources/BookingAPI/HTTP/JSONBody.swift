import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reading what a client sent.
enum JSONBody {
    static let maximumSize = 64 * 1024

    /// - Throws: a ``Problem`` for a body that is too large.
    static func collect(_ request: Request) async throws -> Data {
        var request = request
        let buffer = try await request.collectBody(upTo: maximumSize)
        return Data(buffer.readableBytesView)
    }

    /// - Throws: a ``Problem`` that says which field is wrong.
    static func decode<Value: Decodable>(_ type: Value.Type, from body: Data, of request: Request) throws -> Value {
        guard MediaType(from: request.headers[.contentType] ?? "")?.isJSON == true else {
            throw Problem(.unsupportedMediaType, "send the body as application/json")
        }
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch let error as DecodingError {
            throw Problem(error, in: body)
        }
    }
}

extension MediaType {
    fileprivate var isJSON: Bool { type == .application && subType == "json" }
}

extension Problem {
    fileprivate init(_ error: DecodingError, in body: Data) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(.invalidRequest, "\(Self.field(context.codingPath + [key])) is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(.invalidRequest, "\(Self.field(context.codingPath)) has the wrong type")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(.invalidRequest, "\(Self.field(context.codingPath)) has no valid value")
        default:
            // Numbers that no field can hold are reported as if they were no JSON.
            let isJSON = (try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) != nil
            self =
                isJSON
                ? Problem(.invalidRequest, "a number in the body is no whole number, or out of range")
                : Problem(.invalidRequest, status: .badRequest, "the body is not valid JSON")
        }
    }

    private static func field(_ path: [any CodingKey]) -> String {
        let text = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return text.isEmpty ? "the body" : "'\(text.drop { $0 == "." })'"
    }
}
