import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOHTTP1

/// A request to watch a showtime, from wherever it is looked at.
struct LiveRequest: Sendable {
    static let route = "/v1/showtimes/{id}/live"
    private static let prefix = "/v1/showtimes/"
    private static let suffix = "/live"

    let showtime: String
    let isUpgrade: Bool
    let key: String?
    let version: String?
    let origin: String?
    let client: Client

    /// Whether a connection asks to become a WebSocket where there are some; all else is for the router.
    static func isMeant(by head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.version == .http1_1 && showtime(of: head.uri) != nil
            && names("websocket", head.headers[canonicalForm: "upgrade"])
            && names("upgrade", head.headers[canonicalForm: "connection"])
    }

    init(_ head: HTTPRequestHead, from client: Client) {
        showtime = Self.showtime(of: head.uri) ?? ""
        isUpgrade = Self.isMeant(by: head)
        key = Self.single(head.headers["sec-websocket-key"])
        version = Self.single(head.headers["sec-websocket-version"])
        origin = head.headers.first(name: "origin")
        self.client = client
    }

    init(_ request: Request, showtime: String, from client: Client) {
        self.showtime = showtime
        isUpgrade = request.headers[values: .upgrade].contains { $0.lowercased() == "websocket" }
        key = Self.single(request.headers[values: .secWebSocketKey])
        version = Self.single(request.headers[values: .secWebSocketVersion])
        origin = request.headers[.origin]
        self.client = client
    }

    /// Proves to the client that its request was understood (RFC 6455, 4.2.2); `nil` if its key is none.
    var accept: String? {
        guard let key, let bytes = Data(base64Encoded: key), bytes.count == 16 else { return nil }
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(digest).base64EncodedString()
    }

    private static func showtime(of uri: String) -> String? {
        let path = uri.prefix { $0 != "?" }
        guard path.hasPrefix(prefix), path.hasSuffix(suffix), path.count > prefix.count + suffix.count else {
            return nil
        }
        let id = path.dropFirst(prefix.count).dropLast(suffix.count)
        return id.contains("/") ? nil : String(id).removingPercentEncoding
    }

    private static func names(_ token: String, _ values: [Substring]) -> Bool {
        values.contains { $0.lowercased() == token }
    }

    /// A header that must not be there twice.
    private static func single(_ values: [String]) -> String? {
        values.count == 1 ? values[0] : nil
    }
}

extension HTTPField.Name {
    static let secWebSocketKey = HTTPField.Name("Sec-WebSocket-Key")!
    static let secWebSocketVersion = HTTPField.Name("Sec-WebSocket-Version")!
}
