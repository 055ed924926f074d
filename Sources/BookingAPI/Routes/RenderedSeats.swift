import Booking
import HTTPTypes
import NIOCore
import Synchronization

/// The JSON of showtimes' seats as it was last sent. One version always has the same seats, so it need not be written
/// again until the version is another.
final class RenderedSeats: Sendable {
    private struct State {
        var bodies: [String: (version: Int, json: ByteBuffer)] = [:]
        var size = 0
    }

    private let maximumSize: Int
    private let state = Mutex(State())

    /// - Parameter maximumSize: how many bytes are kept; when they are full they are begun anew.
    init(maximumSize: Int = 32 << 20) {
        self.maximumSize = maximumSize
    }

    func json(of showtime: String, _ seats: SeatStates) throws -> ByteBuffer {
        if let kept = state.withLock({ $0.bodies[showtime] }), kept.version == seats.version { return kept.json }
        let body = SeatsBody(showtime: showtime, version: seats.version, sold: seats.sold, held: seats.held)
        let json = ByteBuffer(bytes: try Answer(status: .ok, json: body).body)
        state.withLock { state in
            if state.size + json.readableBytes > maximumSize {
                state = State()
            }
            state.size -= state.bodies[showtime]?.json.readableBytes ?? 0
            state.size += json.readableBytes
            state.bodies[showtime] = (seats.version, json)
        }
        return json
    }
}
