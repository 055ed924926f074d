import Synchronization

/// Counts how payments end.
package final class PaymentCounts: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    package init() {}

    /// By outcome.
    package var all: [String: Int] { counts.withLock { $0 } }

    func count(_ outcome: String) {
        counts.withLock { $0[outcome, default: 0] += 1 }
    }
}
