import NIOCore
import NIOHTTP1
import NIOWebSocket

extension ConnectionHandler {
    /// Decides whether a request to watch is granted, once all requests before it are answered.
    func decideIfFree(_ context: ChannelHandlerContext) {
        guard case .holding(let head, hasEnded: true) = mode, clock.requests == 1 else { return }
        mode = .deciding(head)
        let request = parts.gate.request(head, from: context.channel.remoteAddress)
        let decision = context.eventLoop.makeFutureWithTask { [gate = parts.gate] in await gate.decide(request) }
        decision.assumeIsolated().whenSuccess { [self] decision in
            guard case .deciding = mode else { return }
            mode = .serving
            switch decision {
            case .success where isStopping:
                refuse(
                    Refusal(.later(.serviceUnavailable, "the server ends; come back in a moment", retryAfter: 5)),
                    context)
            case .success(let admission): becomeWatcher(admission, context)
            case .failure(let problem): refuse(Refusal(problem), context)
            }
            if isReadHeld {
                isReadHeld = false
                // Not from here in the pipeline, where this handler may be no more.
                context.channel.read()
            }
        }
    }

    private func becomeWatcher(_ admission: LiveAdmission, _ context: ChannelHandlerContext) {
        let frames = ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: WatcherRules.maximumFrame))
        let watcher = Watcher(admission, limits: parts.limits, ticker: parts.tickers.value(on: context.eventLoop))
        let headers: HTTPHeaders = [
            "upgrade": "websocket", "connection": "upgrade", "sec-websocket-accept": admission.accept,
        ]
        let head = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        let pipeline = context.pipeline.syncOperations
        do {
            try pipeline.addHandlers([frames, watcher], position: .after(decoder))
        } catch {
            context.close(promise: nil)
            return
        }
        pipeline.removeHandler(observer, promise: nil)
        pipeline.removeHandler(encoder, promise: nil)
        // What the client has said since then is handed on to `frames`.
        pipeline.removeHandler(decoder, promise: nil)
        pipeline.removeHandler(self, promise: nil)
        watcher.start()
    }
}
