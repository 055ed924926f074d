import Booking
import BookingSQLite
import Cinema
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOWebSocket
import Testing

@testable import BookingAPI

@Suite("A watcher and the time")
struct WatcherTests {
    let parts = Result { try TestParts() }

    @Test("who answers pings stays, and who is silent is let go")
    func pings() async throws {
        for (answers, isOpen) in [(true, true), (false, false)] {
            let channel = try await watch()
            for _ in 1...8 {
                // Too short for two pings.
                await channel.testingEventLoop.advanceTime(by: .seconds(19))
                guard answers else { continue }
                while let frame = try await channel.readOutbound(as: ByteBuffer.self) {
                    #expect(frame == ServerFrame.ping)
                }
                let mask = WebSocketMaskingKey([1, 2, 3, 4])
                try await channel.writeInbound(
                    WebSocketFrame(fin: true, opcode: .pong, maskKey: mask, data: ByteBuffer()))
            }
            #expect(channel.isActive == isOpen)
            _ = try? await channel.finish(acceptAlreadyClosed: true)
        }
    }

    @Test("a ping comes within 20 to 30 seconds, not before")
    func interval() async throws {
        let channel = try await watch()
        await channel.testingEventLoop.advanceTime(by: .seconds(19))
        #expect(try await channel.readOutbound(as: ByteBuffer.self) == nil)
        await channel.testingEventLoop.advanceTime(by: .seconds(12))
        #expect(try await channel.readOutbound(as: ByteBuffer.self) == ServerFrame.ping)
        _ = try? await channel.finish(acceptAlreadyClosed: true)
    }

    @Test("when the server ends, it says so, and waits only so long for an answer")
    func shutdown() async throws {
        let channel = try await watch()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(try await channel.waitForOutboundWrite(as: ByteBuffer.self) == ServerFrame.close(.goingAway))
        #expect(channel.isActive)
        await channel.testingEventLoop.advanceTime(by: .seconds(4))
        #expect(!channel.isActive)
    }

    /// A channel with a watcher in it that has its snapshot.
    private func watch() async throws -> NIOAsyncTestingChannel {
        let parts = try parts.get()
        let metrics = Metrics()
        let store = try parts.store()
        let gate = LiveGate(
            showtimes: parts, seats: LiveSeats(store: store, changes: parts.changes, counts: metrics.live),
            places: ClientPlaces(maximum: 1, perClient: 0), allowedOrigins: .none,
            addresses: ClientAddresses(proxies: .none, logger: Logger(label: "test")), metrics: metrics,
            logger: Logger(label: "test"))
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/v1/showtimes/show1/live")
        head.headers = [
            "upgrade": "websocket", "connection": "upgrade", "sec-websocket-version": "13",
            "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        ]
        let admission = try await gate.check(gate.request(head, from: nil))
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80))
        try await channel.eventLoop.submit {
            let ticker = LoopTicker(eventLoop: channel.eventLoop)
            let watcher = Watcher(admission, limits: ServerLimits(), ticker: ticker)
            try channel.pipeline.syncOperations.addHandler(watcher)
            watcher.start()
        }.get()
        let snapshot = try await channel.waitForOutboundWrite(as: ByteBuffer.self)
        #expect(snapshot == LiveMessage(snapshot: try await store.seats(of: "show1"), of: "show1").frame)
        return channel
    }
}

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

@Suite("Where a watcher stands")
struct LivePositionTests {
    @Test("each version is heard once, and in order")
    func steps() {
        var position = LivePosition.at(3)
        #expect(position.heard([2, 3]) == [])
        #expect(position.heard([3, 4, 5]) == [4, 5])
        #expect(position.heard([5, 6]) == [6])
        #expect(position == .at(6))
    }

    @Test("a version that is missing asks for a snapshot, and until that is there nothing is heard")
    func gap() {
        var position = LivePosition.at(3)
        #expect(position.heard([4, 6]) == nil)
        #expect(position == .waiting)
        #expect(position.heard([7]) == [])
    }
}

extension LivePosition {
    /// - Returns: `nil` if a snapshot is asked for.
    fileprivate mutating func heard(_ versions: [Int]) -> [Int]? {
        let messages = versions.map { LiveMessage(SeatChange(showtime: "show1", version: $0)) }
        switch step(messages[...]) {
        case .nothing: return []
        case .send(let messages): return messages.map(\.version)
        case .ask: return nil
        }
    }
}
