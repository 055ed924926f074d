import Crypto
import Foundation
import HTTPTypes
import NIOHTTP1

/// A request to watch a showtime.
struct LiveRequest: Sendable {
    static let route = "/v1/showtimes/{id}/live"

    let showtime: String
    let key: String?
    let version: String?
    let origin: String?
    let client: Client

    /// Whether a request asks to become a WebSocket where there are some. All else is the router's, which has none.
    static func isMeant(by head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.version == .http1_1
            && names("websocket", head.headers[canonicalForm: "upgrade"])
            && names("upgrade", head.headers[canonicalForm: "connection"])
            && showtime(of: head.uri) != nil
    }

    /// - Parameter head: of a request that is meant so.
    init(_ head: HTTPRequestHead, from client: Client) {
        showtime = Self.showtime(of: head.uri) ?? ""
        key = Self.single(head.headers["sec-websocket-key"])
        version = Self.single(head.headers["sec-websocket-version"])
        let origins = head.headers["origin"].map(\.trimmed)
        origin = origins.isEmpty ? nil : origins.joined(separator: ", ")
        self.client = client
    }

    /// Proves to the client that its request was understood (RFC 6455, 4.2.2); `nil` if its key is none.
    var accept: String? {
        guard let key, let bytes = Data(base64Encoded: key), bytes.count == 16 else { return nil }
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(digest).base64EncodedString()
    }

    /// As the router reads a path.
    private static func showtime(of uri: String) -> String? {
        let path = uri.prefix { $0 != "?" }.split(separator: "/")
        guard path.count == 4, path[0] == "v1", path[1] == "showtimes", path[3] == "live" else { return nil }
        return String(path[2]).removingPercentEncoding
    }

    private static func names(_ token: String, _ values: [Substring]) -> Bool {
        values.contains { $0.lowercased() == token }
    }

    /// A header that must not be there twice.
    private static func single(_ values: [String]) -> String? {
        values.count == 1 ? String(values[0].trimmed) : nil
    }
}

extension HTTPField.Name {
    static let secWebSocketKey = HTTPField.Name("Sec-WebSocket-Key")!
    static let secWebSocketVersion = HTTPField.Name("Sec-WebSocket-Version")!
}
