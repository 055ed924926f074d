import NIOCore
import NIOWebSocket
import Testing

@testable import LiveChannel

@Suite("The rules of a live socket")
struct WatcherRulesTests {
    private static let mask = WebSocketMaskingKey([1, 2, 3, 4])

    @Test("what breaks RFC 6455 closes the socket with 1002")
    func protocolErrors() {
        for frames in [
            [frame(.text, mask: nil)], [frame(.continuation)], [frame(.text, fin: false), frame(.text)],
            [frame(.text, rsv1: true)], [frame(WebSocketOpcode(encodedWebSocketOpcode: 0xB)!)],
        ] {
            var rules = WatcherRules()
            #expect(frames.map { rules.react(to: $0) }.last == .close(.protocolError))
        }
    }

    @Test("a message in fragments is as good as any, with a ping between them")
    func fragments() {
        var rules = WatcherRules()
        let frames = [frame(.text, fin: false), frame(.ping), frame(.continuation), frame(.binary)]
        #expect(frames.map { rules.react(to: $0) } == [.ignore, .pong(ByteBuffer()), .ignore, .ignore])
    }

    @Test(
        "a close is answered with its code, if there may be such a one",
        arguments: [
            ([], 1000), ([3], 1002), ([3, 0xE9], 1001), ([3, 0xED], 1002), ([0x0F, 0xA0], 4000), ([0, 1], 1002),
        ])
    func closeCodes(payload: [UInt8], code: Int) {
        var rules = WatcherRules()
        var close = frame(.connectionClose)
        close.data = ByteBuffer(bytes: zip(payload, [1, 2] as [UInt8]).map { $0 ^ $1 })
        #expect(rules.react(to: close) == .closed(WebSocketErrorCode(codeNumber: code)))
    }

    private func frame(
        _ opcode: WebSocketOpcode, fin: Bool = true, rsv1: Bool = false, mask: WebSocketMaskingKey? = mask
    ) -> WebSocketFrame {
        WebSocketFrame(fin: fin, rsv1: rsv1, opcode: opcode, maskKey: mask, data: ByteBuffer())
    }
}
