import NIOCore
import NIOHTTP1

extension ConnectionHandler {
    /// Decides whether a request to leave HTTP is granted, once all requests before it are answered.
    func decideIfFree(_ context: ChannelHandlerContext) {
        guard case .holding(let request, hasEnded: true) = mode, clock.requests == 1 else { return }
        mode = .deciding
        let peer = context.channel.remoteAddress
        let decision = context.eventLoop.makeFutureWithTask { await request.decide(peer) }
        decision.assumeIsolated().whenSuccess { [self] decision in
            guard case .deciding = mode else { return }
            mode = .serving
            switch decision {
            case .success where isStopping:
                refuse(
                    Refusal(.later(.serviceUnavailable, "the server ends; come back in a moment", retryAfter: 5)),
                    context)
            case .success(let upgrade): leaveHTTP(upgrade, context)
            case .failure(let problem): refuse(Refusal(problem), context)
            }
            if isReadHeld {
                isReadHeld = false
                // Not from here in the pipeline, where this handler may be no more.
                context.channel.read()
            }
        }
    }

    private func leaveHTTP(_ upgrade: Upgrade, _ context: ChannelHandlerContext) {
        let next = upgrade.takeOver(parts.tickers.value(on: context.eventLoop))
        let head = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: upgrade.headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        let pipeline = context.pipeline.syncOperations
        do {
            try pipeline.addHandlers(next.handlers, position: .after(decoder))
        } catch {
            context.close(promise: nil)
            return
        }
        pipeline.removeHandler(observer, promise: nil)
        pipeline.removeHandler(encoder, promise: nil)
        // What the client has said since then is handed on to the first of them.
        pipeline.removeHandler(decoder, promise: nil)
        pipeline.removeHandler(self, promise: nil)
        next.start()
    }
}
