import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Keeps one connection within the limits, and turns it into a WebSocket when it asks for one.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler, Ticking {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    enum Mode {
        case serving
        /// A request to watch has come; it is kept until all before it are answered, and until it has ended.
        case holding(HTTPRequestHead, hasEnded: Bool)
        case deciding(HTTPRequestHead)
        /// The last answer is under way, and nothing is read any more.
        case closing(until: NIODeadline)
        case done
    }

    /// How long a client has to take the last answer to what it had not finished saying.
    static let lingerTime = TimeAmount.seconds(2)

    let parts: ConnectionParts
    let encoder: HTTPResponseEncoder
    let decoder: ByteToMessageHandler<HTTPRequestDecoder>
    let http: EventLoopPromise<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?>
    private(set) lazy var observer = ReadObserver(self)
    var mode = Mode.serving
    var clock: ConnectionClock
    var hasHTTP = false
    var closesAfterAnswer = false
    var isReadHeld = false
    /// The server ends, and begins nothing new.
    private(set) var isStopping = false
    private var isLate = false
    private var context: ChannelHandlerContext?

    init(
        _ parts: ConnectionParts, on channel: any Channel, encoder: HTTPResponseEncoder,
        decoder: ByteToMessageHandler<HTTPRequestDecoder>
    ) {
        self.parts = parts
        self.encoder = encoder
        self.decoder = decoder
        http = channel.eventLoop.makePromise()
        clock = ConnectionClock(parts.limits, at: channel.eventLoop.now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        parts.tickers.value(on: context.eventLoop).add(self)
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

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .closing = mode { return }
        let part = unwrapInboundIn(data)
        let now = context.eventLoop.now
        switch part {
        case .head(let head):
            clock.headArrived(at: now)
            if !head.isKeepAlive || head.endsHTTP {
                closesAfterAnswer = true
            }
            if LiveRequest.isMeant(by: head) {
                mode = .holding(head, hasEnded: false)
            } else {
                pass([part], context)
            }
        case .body:
            if case .holding(let head, _) = mode {
                mode = .serving
                pass([.head(head), part], context)
            } else {
                pass([part], context)
            }
        case .end:
            clock.requestEnded(at: now)
            if case .holding(let head, _) = mode {
                mode = .holding(head, hasEnded: true)
                decideIfFree(context)
            } else {
                pass([part], context)
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if case .closing = mode {
            // Nobody behind reads any more.
            context.read()
        }
    }

    /// While it is decided what becomes of the connection, further bytes would only pile up.
    func read(context: ChannelHandlerContext) {
        if case .deciding = mode {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .closing = mode {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            clock.answerBegan(at: context.eventLoop.now)
            if closesAfterAnswer, clock.requests <= 1 {
                head.headers.replaceOrAdd(name: "connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            clock.answerEnded(at: context.eventLoop.now)
            if closesAfterAnswer, clock.requests == 0 {
                writeLast(data, context, promise)
            } else {
                context.write(data, promise: promise)
                decideIfFree(context)
            }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, mode) {
        case (is ChannelShouldQuiesceEvent, _):
            isStopping = true
            closesAfterAnswer = true
            if clock.requests == 0 { context.close(promise: nil) }
        case (ChannelEvent.inputClosed, _) where !hasHTTP:
            context.close(promise: nil)
        case (ChannelEvent.inputClosed, .closing):
            context.close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.fireErrorCaught(error)
            return
        }
        switch mode {
        case .closing, .done: return
        case .serving where clock.requests == 0: refuse(Problem(error), context)
        case .serving:
            closesAfterAnswer = true
            context.fireErrorCaught(error)
        case .holding, .deciding: context.close(promise: nil)
        }
    }

    func tick(at now: NIODeadline) {
        guard let context else { return }
        if case .closing(let deadline) = mode {
            if deadline <= now { context.close(promise: nil) }
            return
        }
        switch clock.overdue(at: now) {
        case nil: return
        case .head where clock.requests == 0:
            refuse(Problem(.requestTimeout, "send the request without a pause"), context)
        case .body where clock.requests > 0 && hasHTTP && !isLate:
            // Whoever waits for the body hears it, and answers; if not, there is the next tick.
            isLate = true
            closesAfterAnswer = true
            context.fireErrorCaught(RequestTimeout())
        default: context.close(promise: nil)
        }
    }
}

/// The body of a request did not come in time.
struct RequestTimeout: Error {}

extension HTTPRequestHead {
    /// The parser takes whatever follows such a request for another protocol.
    fileprivate var endsHTTP: Bool { method == .CONNECT || headers.contains(name: "upgrade") }
}
