import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Keeps one connection within the limits, and lets it leave HTTP when it asks to and may.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler, Ticking {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    enum Mode {
        case serving
        /// A request to leave HTTP has come; it is kept until all before it are answered, and until it has ended.
        case holding(UpgradeRequest, hasEnded: Bool)
        case deciding
        /// What came last is no request; it is refused once all before it are answered.
        case refusing(Refusal)
        /// The last answer is under way, and nothing is read any more.
        case closing(until: NIODeadline)
        case done
    }

    let parts: ConnectionParts
    let encoder: HTTPResponseEncoder
    let decoder: ByteToMessageHandler<HTTPRequestDecoder>
    let http: EventLoopPromise<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?>
    private(set) lazy var observer = ByteObserver(self)
    var mode = Mode.serving
    var clock: ConnectionClock
    var hasHTTP = false
    var closesAfterAnswer = false
    /// What still comes is not listened to.
    var hasHeardAll = false
    var isReadHeld = false
    /// The client of the request that is being read sends its body once it is told to go on.
    var awaitsContinue = false
    /// The server ends, and begins nothing new.
    private(set) var isStopping = false
    private var isLate = false
    private let standing: ClientConnections.Standing
    private var context: ChannelHandlerContext?

    /// - Parameter standing: what the client may do, for the connections that it has already.
    init(
        _ parts: ConnectionParts, on channel: any Channel, standing: ClientConnections.Standing = .welcome,
        encoder: HTTPResponseEncoder, decoder: ByteToMessageHandler<HTTPRequestDecoder>
    ) {
        self.parts = parts
        self.standing = standing
        self.encoder = encoder
        self.decoder = decoder
        http = channel.eventLoop.makePromise()
        clock = ConnectionClock(parts.limits, at: channel.eventLoop.now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        parts.tickers.value(on: context.eventLoop).add(self)
    }

    func channelActive(context: ChannelHandlerContext) {
        switch standing {
        case .welcome: break
        case .refused(let problem): refuse(Refusal(problem), context)
        case .cut: context.close(promise: nil)
        }
        context.fireChannelActive()
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
        mode = .done
        parts.tickers.value(on: context.eventLoop).remove(self)
        if !hasHTTP {
            http.succeed(nil)
        }
    }

    func bytesArrived(at now: NIODeadline) {
        clock.bytesArrived(at: now)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, mode) {
        case (is ChannelShouldQuiesceEvent, _):
            isStopping = true
            closesAfterAnswer = true
            clock.stop(at: context.eventLoop.now)
            if clock.requests == 0, waitingBytes(context) == 0 { context.close(promise: nil) }
        case (is PlaceWanted, _) where idle != nil: context.close(promise: nil)
        case (is PlaceWanted, _): return
        case (ChannelEvent.inputClosed, _) where !hasHTTP:
            context.close(promise: nil)
        case (ChannelEvent.inputClosed, .closing):
            context.close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    var idle: IdleConnection? {
        guard case .serving = mode, let context, let since = clock.idleSince else { return nil }
        return IdleConnection(since: since, channel: context.channel)
    }

    func tick(at now: NIODeadline) {
        guard let context else { return }
        let waiting = waitingBytes(context)
        if isStopping, clock.requests == 0, waiting == 0 {
            context.close(promise: nil)
            return
        }
        clock.bytesWait(waiting, of: observer.written, at: now)
        let delay = clock.overdue(at: now)
        if case .closing(let deadline) = mode {
            if deadline <= now || delay == .stop { context.close(promise: nil) }
            return
        }
        switch delay {
        case nil: return
        case .head:
            refuseInTurn(Refusal(Problem(.requestTimeout, "send the request without a pause")), context)
        case .body where clock.requests > 0 && hasHTTP && !isLate:
            // Whoever waits for the body hears it, and answers; if not, there is the next tick.
            isLate = true
            closesAfterAnswer = true
            context.fireErrorCaught(RequestTimeout())
        case .answer:
            parts.metrics.countCut(.answerNotTaken)
            context.close(promise: nil)
        default: context.close(promise: nil)
        }
    }

    /// Bytes that were written and that the system has no room for, because the client does not take them.
    private func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}

/// The body of a request did not come in time.
struct RequestTimeout: Error {}
