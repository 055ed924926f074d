import NIOCore
import NIOPosix
import NIOWebSocket
import WebService

/// A client that watches a topic, at the end of its connection.
///
/// It has no task and no timer, and frames are shared by all: so 10,000 of them cost little.
final class Watcher: ChannelInboundHandler, RemovableChannelHandler, Ticking {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = ByteBuffer

    /// How long a client has to answer our close.
    private static let closingTime = TimeAmount.seconds(2)
    /// Snapshots for one that misses changes while it is given a snapshot, time and again.
    private static let maximumSnapshots = 5

    private enum Phase {
        case open
        case closing(until: NIODeadline)
        case closed
    }

    let topic: Topic
    private let admission: LiveAdmission
    private let pingInterval: ClosedRange<Duration>
    private let ticker: LoopTicker
    private var phase = Phase.open
    private var position = LivePosition.waiting
    private var snapshots = 0
    private var rules = WatcherRules()
    private var nextPing = NIODeadline.distantFuture
    private var hasAnswered = true
    private var loop: LiveLoop?
    private var context: ChannelHandlerContext?

    init(_ admission: LiveAdmission, limits: LiveLimits, ticker: LoopTicker) {
        self.admission = admission
        self.ticker = ticker
        topic = admission.topic
        pingInterval = limits.pingInterval
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        schedulePing(context.eventLoop.now)
        ticker.add(self)
        loop = admission.hub.join(self, on: context.eventLoop)
        WatcherSocket.limitBuffers(of: context.channel)
    }

    /// Asks for the snapshot; HTTP has left the connection.
    func start() {
        askForSnapshot()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(context)
        context.fireChannelInactive()
    }

    private func end(_ context: ChannelHandlerContext) {
        guard self.context != nil else { return }
        self.context = nil
        phase = .closed
        ticker.remove(self)
        admission.hub.leave(self, on: context.eventLoop)
        loop = nil
    }

    /// - Parameter bytes: all of `messages`, in one piece.
    /// - Returns: whether they were sent.
    func hear(_ messages: ArraySlice<LiveMessage>, _ bytes: ByteBuffer) -> Bool {
        guard case .open = phase else { return false }
        switch position.step(messages) {
        case .nothing: return false
        case .ask:
            askForSnapshot()
            return false
        case .send(let new):
            return send(new.count == messages.count ? [bytes] : new.map(\.frame))
        }
    }

    /// A client that does not read what it is sent is let go: what it has not read is never more than a channel's worth.
    private func send(_ frames: [ByteBuffer]) -> Bool {
        guard let context else { return false }
        guard context.channel.isWritable else {
            drop()
            return false
        }
        for frame in frames {
            context.write(wrapOutboundOut(frame), promise: nil)
        }
        context.flush()
        return true
    }

    private func askForSnapshot() {
        guard let context else { return }
        snapshots += 1
        guard snapshots <= Self.maximumSnapshots else {
            close(.tryAgainLater)
            return
        }
        let snapshot = context.eventLoop.makeFutureWithTask { [hub = admission.hub, topic] in
            try await hub.snapshot(of: topic)
        }
        snapshot.assumeIsolated().whenComplete { [weak self] result in self?.receive(result) }
    }

    private func receive(_ snapshot: Result<LiveMessage, any Error>) {
        guard case .open = phase, let context, let loop else { return }
        guard case .success(let message) = snapshot else {
            // It cannot be read now: try again later.
            close(.tryAgainLater)
            return
        }
        position = .at(message.version)
        let missed = position.step(loop.recent(of: topic))
        if case .ask = missed {
            askForSnapshot()
            return
        }
        // However large it is: who is sent only that does not count as slow.
        WatcherSocket.allow(message.frame.readableBytes, on: context.channel)
        guard send([message.frame]) else { return }
        admission.hub.counts.countMessages(1)
        snapshots = 0
        if case .send(let messages) = missed {
            _ = send(messages.map(\.frame))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        if case .closing = phase {
            if frame.opcode == .connectionClose { context.close(promise: nil) }
            return
        }
        hasAnswered = true
        switch rules.react(to: frame) {
        case .ignore: return
        case .pong(let data): _ = send([ServerFrame.pong(data)])
        case .close(let code):
            admission.hub.counts.countDropped()
            close(code)
        case .closed(let code):
            phase = .closing(until: context.eventLoop.now + Self.closingTime)
            context.writeAndFlush(wrapOutboundOut(ServerFrame.close(code))).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? NIOWebSocketError else {
            context.close(promise: nil)
            return
        }
        admission.hub.counts.countDropped()
        close(error == .invalidFrameLength ? .messageTooLarge : .protocolError)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: close(.goingAway)
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func tick(at now: NIODeadline) {
        guard let context else { return }
        switch phase {
        case .closed: return
        case .closing(let deadline):
            if deadline <= now { context.close(promise: nil) }
        case .open where nextPing <= now:
            guard hasAnswered else {
                drop()
                return
            }
            hasAnswered = false
            rules.pingIsSent()
            schedulePing(now)
            _ = send([ServerFrame.ping])
        case .open: return
        }
    }

    private func schedulePing(_ now: NIODeadline) {
        let milliseconds =
            Int64(pingInterval.lowerBound / .milliseconds(1))...Int64(pingInterval.upperBound / .milliseconds(1))
        nextPing = now + .milliseconds(.random(in: milliseconds))
    }

    /// Without a word: there is nobody who would read it.
    private func drop() {
        guard case .open = phase else { return }
        phase = .closed
        admission.hub.counts.countDropped()
        context?.close(promise: nil)
    }

    private func close(_ code: WebSocketErrorCode) {
        guard case .open = phase, let context else { return }
        phase = .closing(until: context.eventLoop.now + Self.closingTime)
        context.writeAndFlush(wrapOutboundOut(ServerFrame.close(code)), promise: nil)
    }
}

extension WebSocketErrorCode {
    /// The server cannot serve it now (IANA's registry of close codes).
    static let tryAgainLater = WebSocketErrorCode(codeNumber: 1013)
}
