import NIOCore
import NIOWebSocket

/// The frames that a server sends, as bytes. They are not masked, so the same bytes serve every client.
enum ServerFrame {
    static let ping = frame(opcode: .ping, [])

    static func text(_ text: String) -> ByteBuffer { frame(opcode: .text, text.utf8) }

    static func pong(_ data: ByteBuffer) -> ByteBuffer { frame(opcode: .pong, data.readableBytesView) }

    static func close(_ code: WebSocketErrorCode) -> ByteBuffer {
        var reason = ByteBuffer()
        reason.write(webSocketErrorCode: code)
        return frame(opcode: .connectionClose, reason.readableBytesView)
    }

    private static func frame(opcode: WebSocketOpcode, _ payload: some Collection<UInt8>) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: payload.count + 10)
        // One whole message: nothing is sent in fragments.
        buffer.writeInteger(0x80 | UInt8(webSocketOpcode: opcode))
        switch payload.count {
        case ...125:
            buffer.writeInteger(UInt8(payload.count))
        case ...Int(UInt16.max):
            buffer.writeInteger(UInt8(126))
            buffer.writeInteger(UInt16(payload.count))
        default:
            buffer.writeInteger(UInt8(127))
            buffer.writeInteger(UInt64(payload.count))
        }
        buffer.writeBytes(payload)
        return buffer
    }
}
