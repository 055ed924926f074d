import Foundation
import NIOCore
import NIOPosix

/// The buffers of a connection, which bound what one can make the server keep.
enum ConnectionSocket {
    /// Read at once: more than most requests have. All of it is parsed, however many requests it holds.
    private static let receive = 4096
    /// Sent and not taken: more than most answers have.
    private static let systemBuffer = 128 * 1024
    /// We look once a second.
    private static let grace = Duration.seconds(3)

    static func limitBuffers(of channel: any Channel, answerTimeout: Duration) {
        guard let options = channel.syncOptions else { return }
        // Where an option is not to be had, the limit is only less tight.
        try? options.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: receive))
        try? options.setOption(.maxMessagesPerRead, value: 1)
        try? options.setOption(.socketOption(.so_sndbuf), value: SocketOptionValue(systemBuffer))
        #if os(Linux)
            // The system sees what we do not: that a client takes nothing of what it keeps for us. Where we see it too, we
            // are first, and count it.
            let milliseconds = SocketOptionValue((answerTimeout + grace) / .milliseconds(1))
            try? options.setOption(.tcpOption(.init(rawValue: CInt(TCP_USER_TIMEOUT))), value: milliseconds)
        #endif
    }
}
