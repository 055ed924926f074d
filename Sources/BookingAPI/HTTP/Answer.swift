import Booking
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

typealias Answer = StoredAnswer

extension StoredAnswer {
    init(
        status: HTTPResponse.Status, contentType: String = "application/json", location: String? = nil,
        json: some Encodable
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(status: status.code, contentType: contentType, location: location, body: try encoder.encode(json))
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
}
