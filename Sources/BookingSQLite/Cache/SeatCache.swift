import Booking
import Cinema
import Foundation
import Synchronization

/// The claims of showtimes as they were last read, for as long as nothing was committed since.
final class SeatCache: Sendable {
    private struct State {
        var revision: StoreRevision?
        var readings: [ShowtimeID: ShowtimeClaims] = [:]
        var seatCount = 0
    }

    /// How many taken seats are kept in memory, of all showtimes together.
    private static let maximumSeats = 1_000_000
    private let descriptor: Int32
    private let state = Mutex(State())

    /// - Parameter path: the store's. Its log must be in use already, and stay so for as long as this lives.
    init(path: String) {
        descriptor = open(path + "-shm", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }

    /// Closing any descriptor of a file ends all locks that the process has on it, also those of SQLite: the store keeps
    /// this for as long as its connections.
    deinit {
        close(descriptor)
    }

    /// - Returns: `nil` if nothing may be kept at this moment.
    var revision: StoreRevision? { StoreRevision(descriptor: descriptor) }

    func claims(of showtime: ShowtimeID, in revision: StoreRevision?) -> ShowtimeClaims? {
        guard let revision else { return nil }
        return state.withLock { $0.revision == revision ? $0.readings[showtime] : nil }
    }

    /// - Parameter revision: the one before the seats were read. If it is another now, nobody knows which was read.
    func keep(_ reading: ShowtimeClaims, of showtime: ShowtimeID, in revision: StoreRevision?) {
        guard let revision, revision == self.revision else { return }
        let seatCount = 1 + reading.seats.sold.count + reading.seats.held.count
        state.withLock { state in
            if state.revision != revision || state.seatCount + seatCount > Self.maximumSeats {
                state = State(revision: revision)
            }
            state.readings[showtime] = reading
            state.seatCount += seatCount
        }
    }
}
