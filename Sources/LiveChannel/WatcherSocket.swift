import NIOCore
import NIOPosix

/// The buffers of a live socket, which are kept small: there may be many.
enum WatcherSocket {
    /// Bytes that may wait to be sent, beyond those that the system keeps.
    private static let waiting = 64 * 1024
    private static let systemBuffer = 64 * 1024
    /// Clients send a pong and little else.
    private static let receive = 512

    static func limitBuffers(of channel: any Channel) {
        guard let options = channel.syncOptions else { return }
        // Where an option is not to be had, the limit is only less tight.
        try? options.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: receive))
        try? options.setOption(.socketOption(.so_sndbuf), value: SocketOptionValue(systemBuffer))
        allow(0, on: channel)
    }

    /// Lets `bytes` more wait than usual.
    static func allow(_ bytes: Int, on channel: any Channel) {
        let mark = ChannelOptions.Types.WriteBufferWaterMark(low: waiting / 2, high: waiting + bytes)
        try? channel.syncOptions?.setOption(.writeBufferWaterMark, value: mark)
    }
}
