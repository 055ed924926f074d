import HTTPTypes
import NIOCore
import NIOHTTP1

/// An answer to what never became a request.
struct Refusal: Sendable {
    let problem: Problem
    /// The answer to HEAD has none.
    var hasBody = true

    init(_ problem: Problem, hasBody: Bool = true) {
        self.problem = problem
        self.hasBody = hasBody
    }
}

/// A route is about to read the body of its request.
struct BodyWanted: Sendable {}

/// What the client is answered.
extension ConnectionHandler {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .closing = mode {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if awaitsContinue, clock.requests == 1 {
                // The client may send the body or not: nobody could tell it from a further request.
                closesAfterAnswer = true
            }
            if closesAfterAnswer, clock.requests <= 1 {
                head.headers.replaceOrAdd(name: "connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            clock.answerEnded(at: context.eventLoop.now)
            if closesAfterAnswer, clock.requests == 0, !isRefusing {
                writeLast(data, context, promise)
            } else {
                context.write(data, promise: promise)
                goOn(context)
            }
        }
    }

    private var isRefusing: Bool {
        if case .refusing = mode { true } else { false }
    }

    /// Does what had to wait for the answers before it.
    private func goOn(_ context: ChannelHandlerContext) {
        if case .refusing(let refusal) = mode, clock.requests == 0 {
            refuse(refusal, context)
        } else {
            decideIfFree(context)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyWanted else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        // While others are answered before it, the request that waits is not the one whose body is wanted.
        if awaitsContinue, clock.requests == 1 {
            awaitsContinue = false
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
        promise?.succeed()
    }

    /// Answers what is no request, once all before it are answered, and ends the connection.
    func refuseInTurn(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        parts.metrics.countRejection(refusal.problem.code)
        mode = .refusing(refusal)
        goOn(context)
    }

    func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        guard let answer = try? refusal.problem.answer() else {
            context.close(promise: nil)
            return
        }
        var headers: HTTPHeaders = [
            "content-type": answer.contentType, "content-length": String(answer.body.count),
            "cache-control": "no-store",
            "connection": "close",
        ]
        for field in refusal.problem.headers where field.name != .connection {
            headers.add(name: field.name.rawName, value: field.value)
        }
        for field in SecurityHeaders.all {
            headers.add(name: field.name.rawName, value: field.value)
        }
        let status = HTTPResponseStatus(statusCode: answer.status, reasonPhrase: refusal.problem.status.reasonPhrase)
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if refusal.hasBody {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        writeLast(wrapOutboundOut(.end(nil)), context, nil, lingering: true)
    }

    /// Ends the connection once the answer is with the client.
    ///
    /// A connection that is closed while it holds bytes that nobody has read is reset, and the answer may be lost with it:
    /// where the client may still be sending, it is first told that there will be no more answers.
    private func writeLast(
        _ end: NIOAny, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?, lingering: Bool = false
    ) {
        let isSending = lingering || clock.isReadingBody
        mode = .closing(until: context.eventLoop.now + TimeAmount(parts.limits.answerTimeout))
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            guard context.channel.isActive else { return }
            if isSending {
                mode = .closing(until: context.eventLoop.now + Self.lingerTime)
                context.close(mode: .output, promise: nil)
                context.read()
            } else {
                context.close(promise: nil)
            }
        }
        context.writeAndFlush(end, promise: written)
    }

    /// How long a client has to take the last answer to what it had not finished saying.
    private static let lingerTime = TimeAmount.seconds(2)
}
