import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// What is shared by all connections.
struct ConnectionParts: Sendable {
    let limits: ServerLimits
    let upgrading: (any Upgrading)?
    let metrics: ServiceMetrics
    let clients: ClientConnections
    let tickers = PerLoop { LoopTicker(eventLoop: $0) }
}

/// One connection: HTTP/1.1, until a request turns it into something else (``Upgrading``).
///
/// NIO's own handler of upgrades takes an upgrade on the first request alone, and a refused one leaves a parser that reads
/// no further request; ``ConnectionHandler`` has neither limit.
struct ServiceChannel: HTTPChannelHandler {
    /// The HTTP side of a connection is made when the first request needs it: who leaves HTTP at once never does.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        /// `nil` if there was none before the end of the connection.
        let http: EventLoopFuture<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?>
    }

    let responder: Responder
    let parts: ConnectionParts

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = parts.limits.maximumHeaderBytes
            limits.maxHeaderListSize = parts.limits.maximumHeaderBytes
            limits.maxHeaderFieldCount = parts.limits.maximumHeaders
            let encoder = HTTPResponseEncoder()
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
            ConnectionSocket.limitBuffers(of: channel, answerTimeout: parts.limits.answerTimeout)
            let connection = ConnectionHandler(
                parts, on: channel, standing: parts.clients.admit(channel), encoder: encoder, decoder: decoder)
            try channel.pipeline.syncOperations.addHandlers([connection.observer, encoder, decoder, connection])
            return Value(channel: channel, http: connection.http.futureResult)
        }
    }

    func handle(value: Value, logger: Logger) async {
        let http = try? await withTaskCancellationHandler {
            try await value.http.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
        if let http = http ?? nil {
            await handleHTTP(asyncChannel: http, logger: logger)
        }
    }
}
