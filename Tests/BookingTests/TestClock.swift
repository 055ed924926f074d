import Booking
import Foundation
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
                SplitMix(
                    state: self.state.withLock {
                        $0.seed += 1
                        return $0.seed
                    })
            },
            commits: commits)
    }
}

/// Steele, Lea and Flood: "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
