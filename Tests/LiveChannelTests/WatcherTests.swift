import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOWebSocket
import Testing
import WebService

@testable import LiveChannel

@Suite("A watcher and the time")
struct WatcherTests {
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
        let news = News()
        let server = WebServer(WebConfiguration(), logger: Logger(label: "test"))
        let gate = LiveGate(LiveHub(news), limits: LiveLimits(), server: server)
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/news/a/live")
        head.headers = [
            "upgrade": "websocket", "connection": "upgrade", "sec-websocket-version": "13",
            "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        ]
        let request = try #require(LiveRequest(head, on: news.route))
        let admission = try await gate.admit(request, from: nil)
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80))
        try await channel.eventLoop.submit {
            let ticker = LoopTicker(eventLoop: channel.eventLoop)
            let watcher = Watcher(admission, limits: LiveLimits(), ticker: ticker)
            try channel.pipeline.syncOperations.addHandler(watcher)
            watcher.start()
        }.get()
        let snapshot = try await channel.waitForOutboundWrite(as: ByteBuffer.self)
        #expect(snapshot == ServerFrame.text("all of a"))
        return channel
    }
}

/// Something to watch.
private struct News: LiveSource {
    let route = "/news/{id}/live"
    let insteadOfWatching = "read the news instead"

    func topic(named text: String) async throws -> Topic { Topic(text) }

    func snapshot(of topic: Topic) async throws -> LiveMessage {
        LiveMessage(of: topic, version: 1, "all of \(topic.name)")
    }
}
