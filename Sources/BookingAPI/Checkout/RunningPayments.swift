import Booking
import Synchronization

/// Payments that a task of this process is working on: no other may take them a step further meanwhile.
package final class RunningPayments: Sendable {
    private let payments = Mutex<Set<PaymentID>>([])

    package init() {}

    /// Does `work` on the payment if nobody else does.
    ///
    /// - Returns: `nil` if somebody does.
    func alone<Value>(with payment: PaymentID, _ work: () async throws -> Value) async rethrows -> Value? {
        guard payments.withLock({ $0.insert(payment).inserted }) else { return nil }
        defer { _ = payments.withLock { $0.remove(payment) } }
        return try await work()
    }
}
