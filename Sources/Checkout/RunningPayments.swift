import Booking
import Synchronization

/// Payments that a task of this process is working on: no other may take them a step further meanwhile.
package final class RunningPayments: Sendable {
    private typealias Waiting = CheckedContinuation<Void, Never>
    /// Each with those who wait for its end.
    private let payments = Mutex<[PaymentID: [Waiting]]>([:])
    private let willWait: @Sendable () -> Void
    private let willGoOn: @Sendable () -> Void

    /// - Parameters:
    ///   - willWait: is told of each task before it waits, for a scheduler that must know who can do nothing.
    ///   - willGoOn: is told of each before it has waited enough.
    package init(
        willWait: @escaping @Sendable () -> Void = {}, willGoOn: @escaping @Sendable () -> Void = {}
    ) {
        self.willWait = willWait
        self.willGoOn = willGoOn
    }

    /// Those that somebody works on now.
    var all: [PaymentID] { payments.withLock { Array($0.keys) } }

    /// Does `work` on the payment if nobody else does.
    ///
    /// - Returns: `nil` if somebody does.
    func alone<Value>(with payment: PaymentID, _ work: () async throws -> Value) async rethrows -> Value? {
        let isFree = payments.withLock { payments in
            guard payments[payment] == nil else { return false }
            payments[payment] = []
            return true
        }
        guard isFree else { return nil }
        defer {
            for waiting in payments.withLock({ $0.removeValue(forKey: payment) }) ?? [] {
                willGoOn()
                waiting.resume()
            }
        }
        return try await work()
    }

    /// Returns when nobody works on the payment, or at once if nobody does.
    func end(of payment: PaymentID) async {
        await withCheckedContinuation { waiting in
            let isFree = payments.withLock { payments in
                payments[payment]?.append(waiting)
                return payments[payment] == nil
            }
            if isFree { waiting.resume() } else { willWait() }
        }
    }
}
