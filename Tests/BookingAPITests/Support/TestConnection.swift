import NIOCore
import NIOPosix

/// A connection whose every byte is the test's.
struct TestConnection: Sendable {
    private let channel: any Channel
    private let inbox: Inbox

    /// - Parameter reads: whether what the server sends is taken off the connection.
    init(to port: Int, reads: Bool = true) async throws {
        let inbox = Inbox()
        self.inbox = inbox
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: reads)
            .channelOption(.socketOption(.so_rcvbuf), value: reads ? 1 << 20 : 4096)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Reader(inbox)) }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    func close() async throws { try await channel.close() }

    /// - Returns: fewer than `count` bytes at the end of the connection.
    func read(_ count: Int) async -> [UInt8] { await inbox.take(count) }

    func readToEnd() async -> String { String(decoding: await inbox.take(.max), as: UTF8.self) }

    /// One answer, its head with the body that its length says it has.
    func readAnswer() async -> String {
        var head = ""
        while !head.hasSuffix("\r\n\r\n") {
            let byte = await read(1)
            if byte.isEmpty { return head }
            head += String(decoding: byte, as: UTF8.self)
        }
        let length = head.firstMatch(of: #/(?i)content-length: ([0-9]+)/#).flatMap { Int($0.1) } ?? 0
        return head + String(decoding: await read(length), as: UTF8.self)
    }
}

/// What has come, until someone asks for it.
private actor Inbox {
    private var bytes: [UInt8] = []
    private var hasEnded = false
    private var waiting: (count: Int, continuation: CheckedContinuation<Void, Never>)?

    func add(_ new: [UInt8]) {
        bytes += new
        wake()
    }

    func end() {
        hasEnded = true
        wake()
    }

    func take(_ count: Int) async -> [UInt8] {
        if bytes.count < count, !hasEnded {
            await withCheckedContinuation { waiting = (count, $0) }
        }
        let taken = Array(bytes.prefix(count))
        bytes.removeFirst(taken.count)
        return taken
    }

    private func wake() {
        guard let waiting, hasEnded || bytes.count >= waiting.count else { return }
        self.waiting = nil
        waiting.continuation.resume()
    }
}

private final class Reader: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    /// Tasks of their own might overtake each other.
    private let events: AsyncStream<ByteBuffer>.Continuation

    init(_ inbox: Inbox) {
        let (stream, events) = AsyncStream<ByteBuffer>.makeStream()
        self.events = events
        Task {
            for await buffer in stream { await inbox.add(Array(buffer.readableBytesView)) }
            await inbox.end()
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { events.yield(unwrapInboundIn(data)) }

    func channelInactive(context: ChannelHandlerContext) { events.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
