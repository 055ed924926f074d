import NIOCore
import NIOWebSocket

/// What a client may send over a live socket (RFC 6455): it has nothing to say, so little, and that is ignored.
struct WatcherRules {
    enum Reaction: Equatable {
        case ignore
        case pong(ByteBuffer)
        case close(WebSocketErrorCode)
        /// The client closes, or answers our close.
        case closed(WebSocketErrorCode)
    }

    static let maximumFrame = 4096
    /// Of any kind, between two of our pings.
    static let maximumFrames = 100

    private var isFragmented = false
    private var frames = 0

    mutating func pingIsSent() {
        frames = 0
    }

    mutating func react(to frame: WebSocketFrame) -> Reaction {
        frames += 1
        guard frames <= Self.maximumFrames else { return .close(.policyViolation) }
        // No extension was agreed upon, so none of its bits may be used; and a client masks all that it sends.
        guard !frame.rsv1, !frame.rsv2, !frame.rsv3, frame.maskKey != nil else { return .close(.protocolError) }
        switch frame.opcode {
        case .text, .binary:
            guard !isFragmented else { return .close(.protocolError) }
            isFragmented = !frame.fin
            return .ignore
        case .continuation:
            guard isFragmented else { return .close(.protocolError) }
            isFragmented = !frame.fin
            return .ignore
        case .ping: return .pong(frame.unmaskedData)
        case .pong: return .ignore
        case .connectionClose: return .closed(Self.code(frame.unmaskedData))
        default: return .close(.protocolError)
        }
    }

    /// What we answer a close with: the same code, if there may be such a one.
    private static func code(_ payload: ByteBuffer) -> WebSocketErrorCode {
        var payload = payload
        guard payload.readableBytes > 0 else { return .normalClosure }
        guard let code = payload.readWebSocketErrorCode() else { return .protocolError }
        let isKnown =
            switch UInt16(webSocketErrorCode: code) {
            case 1000...1003, 1007...1014, 3000...4999: true
            default: false
            }
        return isKnown ? code : .protocolError
    }
}
