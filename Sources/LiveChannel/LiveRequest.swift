import Crypto
import Foundation
import HTTPTypes
import NIOHTTP1
import WebService

/// A request to watch a topic: one that asks to become a WebSocket where there are some.
struct LiveRequest: Sendable {
    /// The topic, in the client's spelling.
    let topic: String
    let key: String?
    let version: String?
    let origin: String?
    let forwardedFor: [String]

    /// - Parameter route: see ``LiveSource/route``.
    /// - Returns: `nil` for every other request. It is the router's, which has no WebSockets.
    init?(_ head: HTTPRequestHead, on route: String) {
        guard head.method == .GET, head.version == .http1_1,
            Self.names("websocket", head.headers[canonicalForm: "upgrade"]),
            Self.names("upgrade", head.headers[canonicalForm: "connection"]),
            let topic = Self.topic(of: head.uri, on: route)
        else { return nil }
        self.topic = topic
        key = Self.single(head.headers["sec-websocket-key"])
        version = Self.single(head.headers["sec-websocket-version"])
        let origins = head.headers["origin"].map(\.trimmed)
        origin = origins.isEmpty ? nil : origins.joined(separator: ", ")
        forwardedFor = head.headers["x-forwarded-for"]
    }

    /// Proves to the client that its request was understood (RFC 6455, 4.2.2); `nil` if its key is none.
    var accept: String? {
        guard let key, let bytes = Data(base64Encoded: key), bytes.count == 16 else { return nil }
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(digest).base64EncodedString()
    }

    /// As the router reads a path.
    private static func topic(of uri: String, on route: String) -> String? {
        let path = uri.prefix { $0 != "?" }.split(separator: "/")
        let pattern = route.split(separator: "/")
        guard path.count == pattern.count else { return nil }
        var topic: Substring?
        for (part, wanted) in zip(path, pattern) {
            if wanted == "{id}" { topic = part } else if part != wanted { return nil }
        }
        return topic.flatMap { String($0).removingPercentEncoding }
    }

    private static func names(_ token: String, _ values: [Substring]) -> Bool {
        values.contains { $0.asciiLowercased == token }
    }

    /// A header that must not be there twice.
    private static func single(_ values: [String]) -> String? {
        values.count == 1 ? String(values[0].trimmed) : nil
    }
}

extension HTTPField.Name {
    static let secWebSocketVersion = HTTPField.Name("Sec-WebSocket-Version")!
}
