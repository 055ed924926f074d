import Booking
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

extension ConnectionHandler {
    /// Lets Hummingbird have parts of a request.
    func pass(_ parts: [HTTPServerRequestPart], _ context: ChannelHandlerContext) {
        do {
            try startHTTP(context)
        } catch {
            context.close(promise: nil)
            return
        }
        for part in parts {
            context.fireChannelRead(wrapInboundOut(part))
        }
    }

    private func startHTTP(_ context: ChannelHandlerContext) throws {
        guard !hasHTTP else { return }
        try context.pipeline.syncOperations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        let channel = try NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>(
            wrappingChannelSynchronously: context.channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        hasHTTP = true
        http.succeed(channel)
    }

    /// Answers what never became a request.
    func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
        guard let answer = try? problem.answer() else {
            context.close(promise: nil)
            return
        }
        parts.metrics.countRejection(problem.code)
        let headers: HTTPHeaders = [
            "content-type": answer.contentType, "content-length": String(answer.body.count), "connection": "close",
        ]
        let status = HTTPResponseStatus(statusCode: answer.status)
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        writeLast(wrapOutboundOut(.end(nil)), context, nil, lingering: true)
    }

    /// Ends the connection once the answer is with the client.
    ///
    /// A connection that is closed while it holds bytes that nobody has read is reset, and the answer may be lost with it:
    /// where the client may still be sending, it is first told that there will be no more answers.
    func writeLast(
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
}
