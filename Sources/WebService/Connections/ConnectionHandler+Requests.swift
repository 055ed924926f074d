import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// What the client says.
extension ConnectionHandler {
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch mode {
        case .refusing, .closing, .done: return
        case .serving, .holding, .deciding: break
        }
        guard !hasHeardAll else { return }
        let part = unwrapInboundIn(data)
        switch part {
        case .head(let head): begin(head, context)
        case .body:
            awaitsContinue = false
            pass([part], context)
        case .end:
            awaitsContinue = false
            clock.requestEnded(at: context.eventLoop.now)
            if case .holding(let upgrade, _) = mode {
                mode = .holding(upgrade, hasEnded: true)
                decideIfFree(context)
            } else {
                pass([part], context)
            }
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard !closesAfterAnswer else {
            // Behind the last request there is none (RFC 9112, 9.6).
            hasHeardAll = true
            return
        }
        let request: RequestHead
        do {
            request = try RequestHead(head)
        } catch {
            refuseInTurn(Refusal(error, hasBody: head.method != .HEAD), context)
            return
        }
        clock.headArrived(at: context.eventLoop.now)
        if !head.isKeepAlive || head.method == .CONNECT || request.asksForUpgrade {
            // The parser takes whatever follows an upgrade for another protocol.
            closesAfterAnswer = true
        }
        awaitsContinue = request.awaitsContinue
        if request.asksForUpgrade, !request.hasBody, let upgrade = parts.upgrading?.request(request.http) {
            mode = .holding(upgrade, hasEnded: false)
        } else {
            pass([.head(request.http)], context)
        }
    }

    /// Lets Hummingbird have parts of a request.
    private func pass(_ parts: [HTTPServerRequestPart], _ context: ChannelHandlerContext) {
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

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.fireErrorCaught(error)
            return
        }
        switch mode {
        case .refusing, .closing, .done: return
        case .serving where clock.isReadingBody && clock.requests > 0:
            // Whoever waits for the body hears it, and answers.
            closesAfterAnswer = true
            context.fireErrorCaught(error)
        case .serving where clock.isReadingBody: context.close(promise: nil)
        case .serving where closesAfterAnswer: hasHeardAll = true
        case .serving: refuseInTurn(Refusal(Problem(error)), context)
        case .holding, .deciding: context.close(promise: nil)
        }
    }
}
