import Booking
import Foundation
import Randomness
import Synchronization

/// A clock that stands still until it is told, and random numbers that come again the same.
final class TestClock: Sendable {
    let commits = CommitLog()
    private let state: Mutex<(now: Date, seed: UInt64)>

    init(_ start: Date = Date(timeIntervalSince1970: 1_800_000_000)) {
        state = Mutex((start, 1))
    }

    var now: Date { state.withLock { $0.now } }

    func advance(_ seconds: TimeInterval) {
        state.withLock { $0.now += seconds }
    }

    var environment: BookingEnvironment {
        BookingEnvironment(
            now: { self.now },
            random: {
                SplitMix64(
                    seed: self.state.withLock {
                        $0.seed += 1
                        return $0.seed
                    })
            },
            commits: commits)
    }
}
