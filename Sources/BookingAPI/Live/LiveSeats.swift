import Booking
import Cinema
import NIOCore
import Synchronization

/// Tells all who watch a showtime how its seats change.
final class LiveSeats: Sendable {
    let counts: LiveCounts
    private let store: any BookingStore
    private let mailboxes = Mutex<[ObjectIdentifier: LiveMailbox]>([:])
    private let watched = Mutex<[ShowtimeID: Int]>([:])
    private let snapshots = RenderedSeats { LiveMessage(snapshot: $1, of: $0).frame }
    private let loops: PerLoop<LiveLoop>

    init(store: any BookingStore, changes: SeatChangeFeed, counts: LiveCounts) {
        self.store = store
        self.counts = counts
        loops = PerLoop { [counts] _ in LiveLoop(counts: counts) }
        changes.subscribe { [weak self] in self?.publish($0) }
    }

    /// From when this returns, the watcher hears of every change that is published; on its event loop.
    func join(_ watcher: Watcher, on eventLoop: any EventLoop) -> LiveLoop {
        let loop = loops.value(on: eventLoop)
        mailboxes.withLock { mailboxes in
            if mailboxes[ObjectIdentifier(eventLoop)] == nil {
                mailboxes[ObjectIdentifier(eventLoop)] = LiveMailbox(loop, on: eventLoop)
            }
        }
        watched.withLock { $0[watcher.showtime, default: 0] += 1 }
        counts.countOpened()
        loop.join(watcher)
        return loop
    }

    func leave(_ watcher: Watcher, on eventLoop: any EventLoop) {
        loops.value(on: eventLoop).leave(watcher)
        counts.countClosed()
        watched.withLock { watched in
            watched[watcher.showtime, default: 0] -= 1
            if watched[watcher.showtime] == 0 { watched[watcher.showtime] = nil }
        }
    }

    /// The seats as they are now. Who reads them after it has joined misses nothing.
    func snapshot(of showtime: ShowtimeID) async throws -> (version: Int, frame: ByteBuffer) {
        let seats = try await store.seats(of: showtime)
        return (seats.version, try snapshots.bytes(of: showtime, seats))
    }

    private func publish(_ changes: [SeatChange]) {
        let watched = watched.withLock { $0 }
        let messages = changes.filter { watched[$0.showtime] != nil }.map { LiveMessage($0) }
        guard !messages.isEmpty else { return }
        for mailbox in mailboxes.withLock({ Array($0.values) }) {
            mailbox.send(messages)
        }
    }
}
