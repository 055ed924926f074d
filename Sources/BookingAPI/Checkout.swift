package import Booking
import Cinema
import Foundation
package import Logging
package import Payments
import Synchronization

/// How a payment ended that was not refused.
package enum PaymentResult: Hashable, Sendable {
    case paid(Order)
    case declined(Decline)
}

/// Brings money and seats together: authorize, sell the seats in one transaction, capture.
///
/// Each step is durable before the next begins (``PaymentState``), so that after a crash at any point ``settle()`` can
/// finish what was sold and give back what was not: never money without seats, never seats without money.
package final class Checkout: Sendable {
    private let store: any BookingStore
    private let provider: any PaymentProvider
    private let environment: BookingEnvironment
    private let metrics: Metrics
    private let logger: Logger
    /// Payments that a request of this process is working on; settling must not interfere with them.
    private let running = Mutex<Set<PaymentID>>([])

    package init(
        store: any BookingStore, provider: any PaymentProvider, environment: BookingEnvironment, metrics: Metrics,
        logger: Logger
    ) {
        self.store = store
        self.provider = provider
        self.environment = environment
        self.metrics = metrics
        self.logger = logger
    }

    /// Pays for a hold. A decline leaves the hold as it is: its owner may try another card.
    ///
    /// - Throws: ``BookingError`` if the hold is over or its seats are lost, ``PaymentUnavailable`` if the provider
    ///   cannot be asked; no money moves then.
    package func pay(
        for hold: HoldID, by buyer: Buyer, with method: PaymentMethod, answering: Answering<PaymentResult>?
    ) async throws -> PaymentResult {
        var random = environment.random()
        let payment = PaymentID(random: &random)
        _ = running.withLock { $0.insert(payment) }
        defer { _ = running.withLock { $0.remove(payment) } }

        let amount = try await store.startPayment(payment, for: hold).total
        do {
            switch try await authorize(payment, amount, with: method) {
            case .declined(let decline):
                try await store.decline(payment, answering: answering?.map { .declined(decline) })
                metrics.countPayment("declined")
                return .declined(decline)
            case .authorized:
                return .paid(try await sell(payment, to: buyer, answering: answering?.map { .paid($0) }))
            }
        } catch {
            await giveBack(payment)
            throw error
        }
    }

    /// Finishes every payment that was left between two steps: captures what was sold, voids the rest.
    package func settle() async {
        do {
            for payment in try await store.unfinishedPayments() where !isRunning(payment.id) {
                logger.notice("settling an unfinished payment", metadata: ["state": "\(payment.state)"])
                switch payment.state {
                case .sold: await capture(payment.id)
                default: await giveBack(payment.id)
                }
            }
        } catch {
            logger.error("unfinished payments cannot be settled now", metadata: ["reason": "\(error)"])
        }
    }

    private func isRunning(_ payment: PaymentID) -> Bool {
        running.withLock { $0.contains(payment) }
    }

    private func authorize(
        _ payment: PaymentID, _ amount: Money, with method: PaymentMethod
    ) async throws
        -> Authorization
    {
        do {
            return try await provider.authorize(payment.text, amount, with: method)
        } catch {
            logger.error("a payment cannot be authorized", metadata: ["reason": "\(error)"])
            throw PaymentUnavailable()
        }
    }

    private func sell(_ payment: PaymentID, to buyer: Buyer, answering: Answering<Order>?) async throws -> Order {
        switch try await store.sell(payment, to: buyer, answering: answering) {
        case .sold(let order):
            await capture(payment)
            return order
        case .refused(let refusal):
            throw refusal
        }
    }

    /// The money is due already, so trouble here is no trouble of the buyer's: ``settle()`` tries again.
    private func capture(_ payment: PaymentID) async {
        do {
            try await provider.capture(payment.text)
            try await store.advance(payment, to: .captured)
            metrics.countPayment("captured")
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("a payment cannot be captured now", metadata: ["reason": "\(error)"])
        }
    }

    /// Makes sure that a payment which has sold nothing takes nothing; ``settle()`` tries again if it cannot now.
    private func giveBack(_ payment: PaymentID) async {
        do {
            // Where the store has already said so, this is refused and changes nothing.
            do { try await store.advance(payment, to: .voiding) } catch is PaymentHasMovedOn {}
            guard try await store.state(of: payment) == .voiding else { return }
            try await provider.void(payment.text)
            try await store.advance(payment, to: .voided)
            metrics.countPayment("voided")
        } catch is PaymentHasMovedOn {
            return
        } catch {
            logger.error("an authorization cannot be given back now", metadata: ["reason": "\(error)"])
        }
    }
}

/// The payment provider cannot be asked. Nothing was paid, and the hold is as it was.
package struct PaymentUnavailable: Error {}

extension Answering {
    /// The same answer for what a step deeper in knows.
    fileprivate func map<Step>(_ result: @escaping @Sendable (Step) -> Result) -> Answering<Step> {
        Answering<Step>(call) { [render] in try render(result($0)) }
    }
}
