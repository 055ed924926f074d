import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it is sent, so that it can be kept and sent again.
struct Answer: Hashable, Sendable, Codable {
    let status: Int
    let contentType: String
    let location: String?
    let body: Data

    init(
        status: HTTPResponse.Status, contentType: String = "application/json", location: String? = nil,
        json: some Encodable
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.status = status.code
        self.contentType = contentType
        self.location = location
        body = try encoder.encode(json)
    }
}

extension Response {
    /// Not to be kept by anyone but who asked: nearly all answers hold a secret.
    init(_ answer: Answer, cacheControl: String = "no-store") {
        var headers: HTTPFields = [.contentType: answer.contentType, .cacheControl: cacheControl]
        headers[.location] = answer.location
        self.init(
            status: .init(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// A page that a person reads.
    init(_ page: HTMLPage, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: page.securityPolicy,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: page.text)))
    }
}
