import NIOCore

/// Tells a connection of bytes before the parser has made anything of them: of half a head, the parser says nothing.
final class ReadObserver: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private weak var connection: ConnectionHandler?

    init(_ connection: ConnectionHandler) {
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection?.bytesArrived(at: context.eventLoop.now)
        context.fireChannelRead(data)
    }
}
