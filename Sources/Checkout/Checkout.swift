package import Booking
package import Cinema
package import CoreMetrics
import Foundation
package import Idempotency
package import Logging
package import Payments

/// Brings money and seats together: authorize, sell the seats in one transaction, capture.
///
/// Each step is durable before the next begins (``PaymentState``), so that after a crash at any point ``settle()`` can
/// finish what was sold and give back what was not: never money without seats, never seats without money.
package final class Checkout: Sendable {
    let store: any BookingStore
    let provider: any PaymentProvider
    private let metrics: any MetricsFactory
    let logger: Logger
    let running: RunningPayments
    private let listing: Listing
    private let environment: BookingEnvironment

    /// The counter of payments, by `outcome`.
    package static let paymentsMetric = "marquee_payments_total"

    /// What the catalog says of a showing now.
    package typealias Listing = @Sendable (ShowtimeID) async throws -> ShowingListing

    package init(
        store: any BookingStore, provider: any PaymentProvider, running: RunningPayments = RunningPayments(),
        listing: @escaping Listing = { _ in .unknown },
        environment: BookingEnvironment, metrics: any MetricsFactory = NOOPMetricsHandler.instance, logger: Logger
    ) {
        self.store = store
        self.provider = provider
        self.running = running
        self.listing = listing
        self.environment = environment
        self.metrics = metrics
        self.logger = logger
    }

    /// Pays for a hold. A decline leaves the hold as it is: its owner may try another card.
    ///
    /// - Parameter returnURL: where the buyer goes after a challenge.
    /// - Throws: ``BookingError`` if the hold is over, its seats are lost or its showing does not take place,
    ///   ``PaymentUnavailable`` if the provider cannot be asked; no money moves then.
    package func pay(
        for purchase: Purchase, with method: PaymentMethod, returnURL: String?,
        answering: Answering<PaymentAnswer>?
    ) async throws -> PaymentProgress {
        var random = environment.random()
        let payment = PaymentID(random: &random)
        let progress = try await running.alone(with: payment) {
            let hold = try await store.startPayment(payment, for: purchase)
            return try await givingBackOnFailure(payment) {
                try await requirePayable(hold.showtime)
                let reference = try await register(payment, hold.total)
                let authorization = try await asking {
                    try await provider.authorize(reference.text, with: method, returnURL: returnURL)
                }
                return try await conclude(
                    payment, reference, of: hold.showtime, for: purchase, authorization, answering)
            }
        }
        // Nobody else knows a name that was found at random a moment ago.
        guard let progress else { throw PaymentUnavailable() }
        return progress
    }

    /// Tells the provider of a payment. Its reference is durable before any money can move, so none moves that nobody finds again.
    private func register(_ payment: PaymentID, _ amount: Money) async throws -> PaymentReference {
        let reference = try await asking {
            let text = try await provider.register(payment.text, amount)
            guard let reference = PaymentReference(text) else { throw UnusableReference() }
            return reference
        }
        try await store.setReference(reference, of: payment)
        return reference
    }

    /// How the newest payment of a hold stands. Where the buyer was sent to their bank, the bank is asked; of several who
    /// look at once one asks it, and all hear what it says.
    ///
    /// - Returns: `nil` if nobody has tried to pay for it yet.
    /// - Throws: ``BookingError``, also if the seats of a payment that has just been authenticated are lost.
    package func progress(of hold: HoldID) async throws -> PaymentProgress? {
        guard let payment = try await store.newestPayment(of: hold) else {
            _ = try await store.hold(hold)
            return nil
        }
        guard payment.state == .authenticating else { return try await standing(of: payment, for: hold) }
        do {
            if let progress = try await resume(payment.id) { return progress }
        } catch is PaymentHasMovedOn {
            // Another process was faster.
        }
        await running.end(of: payment.id)
        return try await standing(of: try await store.newestPayment(of: hold) ?? payment, for: hold)
    }

    /// What the store alone knows.
    private func standing(of payment: Payment, for hold: HoldID) async throws -> PaymentProgress {
        switch payment.state {
        case .started: return .processing
        case .authenticating: return payment.challenge.map { .challenge(url: $0) } ?? .processing
        case .sold, .captured, .refunding, .refunded, .refundFailed:
            return .paid(try await store.order(of: hold))
        case .declined: return .declined(Decline(code: payment.declineCode ?? "generic_decline"))
        case .voiding, .voided: return .canceled
        }
    }

    /// Takes a payment further whose buyer was sent to their bank, if they have come back from it.
    ///
    /// - Returns: `nil` if it is not with the bank, or if somebody else is taking it further.
    func resume(_ id: PaymentID) async throws -> PaymentProgress? {
        let progress = try await running.alone(with: id) { () async throws -> PaymentProgress? in
            // Only now is it sure that nobody changes it.
            guard let payment = try await store.payment(id), payment.state == .authenticating,
                let purchase = payment.purchase, let reference = payment.reference
            else { return nil }
            let authorization = try await asking { try await provider.authorization(of: reference.text) }
            switch authorization {
            case .challenge(let url) where !payment.isAbandoned: return .challenge(url: url)
            case .challenge, nil:
                await giveBack(id)
                return .canceled
            case let decided?:
                return try await givingBackOnFailure(id) {
                    try await conclude(id, reference, of: payment.showtime, for: purchase, decided, nil)
                }
            }
        }
        return progress ?? nil
    }

    /// How a payment was said to stand when it was answered so.
    package func progress(_ answer: PaymentAnswer, in kept: KeptAnswer) async throws -> PaymentProgress {
        switch answer {
        case .paid(let order): .paid(try await store.order(OrderID(stored: order), in: kept))
        case .declined(let code): .declined(Decline(code: code))
        case .challenge(let url): .challenge(url: url)
        }
    }

    private func conclude(
        _ payment: PaymentID, _ reference: PaymentReference, of showtime: ShowtimeID, for purchase: Purchase,
        _ authorization: Authorization, _ answering: Answering<PaymentAnswer>?
    ) async throws -> PaymentProgress {
        switch authorization {
        case .declined(let decline):
            try await store.decline(
                payment, code: decline.code, answering: answering?.map { .declined(code: decline.code) })
            count("declined")
            return .declined(decline)
        case .challenge(let url):
            try await store.authenticate(
                payment, for: purchase, at: url, answering: answering?.map { .challenge(url: url) })
            count("challenged")
            return .challenge(url: url)
        case .authorized:
            // The cinema may have cancelled it while the buyer was at their bank.
            try await requirePayable(showtime)
            switch try await store.sell(payment, for: purchase, answering: answering?.map { .paid(order: $0.text) }) {
            case .sold(let order):
                await capture(payment, reference)
                return .paid(order)
            case .refused(let refusal): throw refusal
            }
        }
    }

    /// - Parameter outcome: how a payment ended.
    func count(_ outcome: String) {
        Counter(label: Self.paymentsMetric, dimensions: [("outcome", outcome)], factory: metrics).increment()
    }

    private func requirePayable(_ showtime: ShowtimeID) async throws {
        try await listing(showtime).requirePayable(at: environment.now())
    }

    private func asking<Value>(_ request: () async throws -> Value) async throws -> Value {
        do {
            return try await request()
        } catch {
            logger.error("the payment provider cannot be asked", metadata: ["reason": "\(error)"])
            throw PaymentUnavailable()
        }
    }

    private func givingBackOnFailure<Value>(
        _ payment: PaymentID, _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch {
            await giveBack(payment)
            throw error
        }
    }
}
