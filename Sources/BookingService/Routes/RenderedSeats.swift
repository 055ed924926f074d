import Booking
import Cinema
import HTTPTypes
import NIOCore
import Synchronization

/// Showtimes' seats in the form in which they were last sent. One version always has the same seats, so it need not be
/// written again until the version is another.
final class RenderedSeats: Sendable {
    private struct State {
        var bodies: [ShowtimeID: (version: Int, bytes: ByteBuffer)] = [:]
        var size = 0
    }

    private let maximumSize: Int
    private let render: @Sendable (_ showtime: ShowtimeID, SeatStates) throws -> ByteBuffer
    private let state = Mutex(State())

    /// - Parameter maximumSize: how many bytes are kept; when they are full they are begun anew.
    init(
        maximumSize: Int = 32 << 20,
        render: @escaping @Sendable (_ showtime: ShowtimeID, SeatStates) throws -> ByteBuffer
    ) {
        self.maximumSize = maximumSize
        self.render = render
    }

    func bytes(of showtime: ShowtimeID, _ seats: SeatStates) throws -> ByteBuffer {
        if let kept = state.withLock({ $0.bodies[showtime] }), kept.version == seats.version { return kept.bytes }
        let bytes = try render(showtime, seats)
        state.withLock { state in
            if state.size + bytes.readableBytes > maximumSize {
                state = State()
            }
            state.size -= state.bodies[showtime]?.bytes.readableBytes ?? 0
            state.size += bytes.readableBytes
            state.bodies[showtime] = (seats.version, bytes)
        }
        return bytes
    }
}
