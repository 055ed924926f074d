package import Booking
import Foundation
import GRDB

/// Leases on payments: of all processes that have the store open, one works on a payment at a time.
///
/// A lease that ran out keeps nobody from finishing what it was for: each step is still one that follows from the
/// payment's state. It only keeps others from taking the payment for one that was left behind.
extension SQLiteStore {
    package func leasePayment(_ id: PaymentID) async throws -> PaymentState? {
        try await write { [self] write in
            let row = try write.row(
                """
                UPDATE payment SET worker = ?1, leased_until = ?2
                WHERE id = ?3 AND state IN \(PaymentState.atWorkList)
                    AND (worker IS NULL OR worker = ?1 OR leased_until <= ?4)
                RETURNING state
                """, [worker, leaseEnd(write), id.text, write.now])
            return row.flatMap { PaymentState(rawValue: $0["state"]) }
        }
    }

    package func renewLeases(of payments: [PaymentID]) async throws {
        try await write { [self] write in
            for payment in payments {
                try write.execute(
                    "UPDATE payment SET leased_until = ? WHERE id = ? AND worker = ?",
                    [leaseEnd(write), payment.text, worker])
            }
        }
    }

    func leaseEnd(_ write: StoreWrite) -> Instant { Instant(write.now.date + policy.paymentLease) }
}
