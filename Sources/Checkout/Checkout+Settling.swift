import Booking
import Logging
import Payments

extension Checkout {
    /// Finishes every payment that was left between two steps, and that no other process works on: captures what was sold,
    /// goes on with what the bank has answered, gives back the rest.
    package func settle() async {
        do {
            for payment in try await store.unfinishedPayments() {
                await settle(payment)
            }
        } catch {
            logger.error("unfinished payments cannot be settled now", metadata: ["reason": "\(error)"])
        }
    }

    private func settle(_ payment: Payment) async {
        do {
            if payment.state == .authenticating {
                _ = try await resume(payment.id)
            } else {
                _ = try await running.alone(with: payment.id) { try await finish(payment.id) }
            }
        } catch is BookingError {
            // Its seats were lost; the authorization has been given back.
            return
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("a payment cannot be settled now", metadata: ["reason": "\(error)"])
        }
    }

    private func finish(_ id: PaymentID) async throws {
        // The list may be older than what a request, or another process, has done since.
        guard let payment = try await store.leasePayment(id) else { return }
        switch payment.state {
        case .sold: await capture(id, try payment.requireReference())
        case .refunding: await finishRefund(id, isAsked: false)
        case .started, .voiding: await giveBack(id)
        case .authenticating, .captured, .declined, .voided, .refunded, .refundFailed: return
        }
    }

    /// Keeps other processes from what this one is working on.
    package func renewLeases() async {
        let payments = running.all
        guard !payments.isEmpty else { return }
        do {
            try await store.renewLeases(of: payments)
        } catch {
            logger.error("the leases of payments cannot be renewed now", metadata: ["reason": "\(error)"])
        }
    }

    /// The money is due already, so trouble here is no trouble of the buyer's: ``settle()`` tries again.
    func capture(_ payment: PaymentID, _ reference: PaymentReference) async {
        do {
            try await provider.capture(reference.text)
            try await store.advance(payment, to: .captured)
            count("captured")
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("a payment cannot be captured now", metadata: ["reason": "\(error)"])
        }
    }

    /// Makes sure that a payment which has sold nothing takes nothing; ``settle()`` tries again if it cannot now.
    func giveBack(_ payment: PaymentID) async {
        do {
            // Where the store has already said so, this is refused and changes nothing.
            do { try await store.advance(payment, to: .voiding) } catch is PaymentHasMovedOn {}
            guard let due = try await store.payment(payment), due.state == .voiding else { return }
            // Without a reference the provider was never asked for money, and from now on it cannot be.
            if let reference = due.reference { try await provider.void(reference.text) }
            try await store.advance(payment, to: .voided)
            count("voided")
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("an authorization cannot be given back now", metadata: ["reason": "\(error)"])
        }
    }
}
