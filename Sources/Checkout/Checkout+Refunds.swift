package import Booking
package import Idempotency
import Logging
import Payments

extension Checkout {
    /// Voids the tickets of an order, frees its seats and gives its money back, once however often it is asked for. A
    /// refund that has failed is tried again.
    ///
    /// Whoever asks while another does waits for the end of that, and gets the same answer.
    ///
    /// - Returns: the order as it is when the bank was asked; ``settle()`` follows the money.
    /// - Throws: ``PaymentUnavailable`` if the money has not been taken yet and cannot be now; nothing has changed then.
    package func refund(_ id: OrderID, answering: Answering<OrderID>?) async throws -> Order {
        let payment = try await store.payment(of: id).id
        while try await running.alone(with: payment, { try await giveMoneyBack(of: id, payment) }) == nil {
            await running.end(of: payment)
            // It may have been captured only, before anyone asked for it back.
            if try await store.order(id).status != .paid { break }
        }
        return try await store.order(id, answering: answering)
    }

    private func giveMoneyBack(of order: OrderID, _ payment: PaymentID) async throws {
        if let sold = try await store.payment(payment), sold.state == .sold {
            await capture(payment, try sold.requireReference())
        }
        do {
            _ = try await store.startRefund(of: order)
        } catch is PaymentHasMovedOn {
            throw PaymentUnavailable()
        }
        await finishRefund(payment, isAsked: true)
    }

    /// - Parameter isAsked: someone wants it now, so one that has failed before is tried again.
    func finishRefund(_ payment: PaymentID, isAsked: Bool) async {
        do {
            guard let due = try await store.payment(payment), due.state == .refunding else { return }
            let reference = try due.requireReference().text
            let known = isAsked ? nil : try await provider.refundStatus(of: reference)
            let refund = if let known { known } else { try await provider.refund(reference) }
            switch refund {
            case .pending: return
            case .succeeded:
                try await store.advance(payment, to: .refunded)
                count("refunded")
            case .failed(let reason):
                logger.error("a refund has failed", metadata: ["reason": "\(reason)"])
                try await store.advance(payment, to: .refundFailed)
                count("refund_failed")
            }
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("a refund cannot be made now", metadata: ["reason": "\(error)"])
        }
    }
}
