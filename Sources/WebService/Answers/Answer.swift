package import Foundation
package import HTTPTypes
package import Hummingbird
import NIOCore

/// An answer to a call, as a value.
package struct Answer: Hashable, Sendable {
    package let status: Int
    let contentType: String
    let location: String?
    package let body: Data

    package init(
        status: HTTPResponse.Status, contentType: String = "application/json", location: String? = nil,
        json: some Encodable
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(status: status, contentType: contentType, location: location, body: try encoder.encode(json))
    }

    package init(
        status: HTTPResponse.Status, contentType: String = "application/json", location: String? = nil, body: Data
    ) {
        self.status = status.code
        self.contentType = contentType
        self.location = location
        self.body = body
    }
}

extension Response {
    /// Not to be kept by anyone but who asked: nearly all answers hold a secret.
    package init(_ answer: Answer, cacheControl: String = "no-store") {
        var headers: HTTPFields = [.contentType: answer.contentType, .cacheControl: cacheControl]
        headers[.location] = answer.location
        self.init(
            status: .init(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// A page that a person reads.
    package init(_ page: HTMLPage, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: page.securityPolicy,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: page.text)))
    }
}
