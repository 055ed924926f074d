import Booking
import BookingSQLite
import BookingService
import Checkout
import Cinema
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import PaymentSimulator
import Payments
import Synchronization
import Testing

@Suite("Money and seats")
struct CheckoutTests {
    @Test("a hold that expires while the bank thinks is sold all the same if its seats are still free")
    func lateButFree() async throws {
        let parts = try TestParts()
        let provider = InterruptedProvider(try parts.payments()) { parts.advance(700) }
        try await parts.run(payments: provider) { buyer in
            let hold = try await buyer.hold("A1")
            #expect(try await buyer.pay(hold.id).status == 201)
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("a hold that loses its seat while the bank thinks is not sold, and the money is given back")
    func lateAndLost() async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let provider = InterruptedProvider(try parts.payments()) {
            parts.advance(700)
            let quote = try Quote(
                [SeatRequest(seat: "A1", ticketType: "adult")], of: .sample(id: "show1", at: parts.now + 60),
                at: parts.now, policy: BookingPolicy())
            _ = try await store.place(quote, answering: nil)
        }
        try await parts.run(store: store, payments: provider) { buyer in
            let hold = try await buyer.hold("A1")
            let answer = try await buyer.pay(hold.id)
            #expect(answer.status == 410 && answer.code == "hold_expired")
            #expect(try await buyer.seats().sold == [])
            #expect(try await parts.money() == [0, 0])
            #expect(try await store.unfinishedPayments() == [])
        }
    }

    @Test("a showing that is closed while the bank thinks is not sold, and the money is given back")
    func closed() async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let provider = InterruptedProvider(try parts.payments()) { _ = try await parts.rows().close("show1") }
        try await parts.run(store: store, payments: provider) { buyer in
            let answer = try await buyer.pay(try await buyer.hold("A1").id)
            #expect(answer.status == 409 && answer.code == "sales_closed")
            #expect(try await parts.money() == [0, 0])
            #expect(try await store.unfinishedPayments() == [])
        }
    }

    @Test("what the bank calls a payment is in the store before the bank is asked for money")
    func reference() async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let provider = InterruptedProvider(try parts.payments()) {
            let known = try await store.unfinishedPayments().compactMap(\.reference?.text)
            let money = try await parts.payments().holdings()
            #expect(money.count == 1 && money.keys.sorted() == known)
        }
        try await parts.run(store: store, payments: provider) { buyer in
            let hold = try await buyer.hold("A1")
            #expect(try await buyer.pay(hold.id).status == 201)
        }
    }

    @Test("a payment that one process works on is given back by no other", arguments: [true, false])
    func otherProcess(isLeased: Bool) async throws {
        let parts = try TestParts()
        let policy = isLeased ? BookingPolicy() : BookingPolicy(paymentLease: 0)
        let other = Checkout(
            store: try parts.store(policy: policy), provider: try parts.payments(), environment: parts.environment,
            logger: .init(label: "test"))
        let slow = InterruptedProvider(try parts.payments()) {
            parts.advance(10)
            await other.settle()
        }
        try await parts.run(store: try parts.store(policy: policy), payments: slow) { buyer in
            let hold = try await buyer.hold("A1")
            // Without a lease the other takes the payment for one that a crash left behind.
            #expect(try await buyer.pay(hold.id).status == (isLeased ? 201 : 503))
            #expect(try await parts.money() == [0, isLeased ? 1250 : 0])
        }
    }

    @Test("a bank may be slower than a lease, which is renewed meanwhile")
    func slowBank() async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let other = try parts.store()
        let bank = try parts.payments()
        let running = Mutex<Checkout?>(nil)
        let slow = InterruptedProvider(bank) { () async throws in
            for _ in 1...4 {
                parts.advance(10)
                await running.withLock { $0 }?.renewLeases()
                #expect(try await other.unfinishedPayments() == [])
            }
        }
        let checkout = Checkout(
            store: store, provider: slow, environment: parts.environment, logger: .init(label: "test"))
        running.withLock { $0 = checkout }
        let quote = try Quote(
            [SeatRequest(seat: "A1", ticketType: "adult")], of: .sample(id: "show1", at: parts.now + 60),
            at: parts.now, policy: BookingPolicy())
        let hold = try await store.place(quote, answering: nil)
        let progress = try await checkout.pay(
            for: Purchase(of: hold.id, by: try Buyer(name: "Ada", email: "a@b.c")), with: .named("pm_card_visa"),
            returnURL: nil, answering: nil)
        guard case .paid = progress else {
            Issue.record("\(progress)")
            return
        }
        #expect(try await parts.money() == [0, 1250])
    }

    /// What can become of a showing between a hold and its payment.
    enum Change: CaseIterable, Sendable {
        case cancelled, over
        case soldOut, begun, withdrawn

        var takesMoney: Bool { ![.cancelled, .over].contains(self) }

        func happen(to parts: TestParts) throws {
            switch self {
            case .cancelled: try parts.show(.sample(id: "show1", at: parts.now + 86_400, status: .cancelled))
            case .withdrawn: parts.cancelShowings()
            case .over: try parts.show(.sample(id: "show1", at: parts.now - 86_400))
            case .soldOut: try parts.show(.sample(id: "show1", at: parts.now + 86_400, status: .soldOut))
            case .begun: try parts.show(.sample(id: "show1", at: parts.now - 60))
            }
        }
    }

    @Test("a showing that does not take place takes no money of who holds seats of it", arguments: Change.allCases)
    func changedShowing(change: Change) async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            try change.happen(to: parts)
            let extended = try await buyer.call(.post, "/v1/holds/\(hold.id)/extend")
            let paid = try await buyer.pay(hold.id)
            if change.takesMoney {
                #expect(extended.status == 200 && paid.status == 201)
            } else {
                #expect(extended.code == "sales_closed" && paid.status == 409 && paid.code == "sales_closed")
            }
            #expect(try await parts.money() == [0, change.takesMoney ? 1250 : 0])
            #expect(try await parts.store().unfinishedPayments() == [])
        }
    }

    @Test("a showing that is cancelled while the bank thinks takes no money", arguments: [Change.cancelled, .soldOut])
    func changedMeanwhile(change: Change) async throws {
        let parts = try TestParts()
        let slow = InterruptedProvider(try parts.payments()) { () async throws in try change.happen(to: parts) }
        try await parts.run(payments: slow) { buyer in
            let paid = try await buyer.pay(try await buyer.hold("A1").id)
            #expect(change.takesMoney ? paid.status == 201 : paid.code == "sales_closed")
            #expect(try await parts.money() == [0, change.takesMoney ? 1250 : 0])
        }
    }

    @Test("a provider that fails after the effect costs the buyer nothing, and the hold stays payable")
    func failingProvider() async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let provider = InterruptedProvider(try parts.payments()) { throw CancellationError() }
        try await parts.run(store: store, payments: provider) { buyer in
            let hold = try await buyer.hold("A1")
            let answer = try await buyer.pay(hold.id)
            #expect(answer.status == 503 && answer.code == "service_unavailable")
            #expect(try await parts.money() == [0, 0])
            #expect(try await store.unfinishedPayments() == [])
            #expect(try await buyer.get("/v1/holds/\(hold.id)").status == 200)
        }
    }

    @Test("after a crash, what was sold is captured and what was not is given back", arguments: [false, true])
    func settling(sold: Bool) async throws {
        let parts = try TestParts()
        let store = try parts.store()
        let provider = try parts.payments()
        let quote = try Quote(
            [SeatRequest(seat: "A1", ticketType: "adult")], of: .sample(id: "show1", at: parts.now + 60),
            at: parts.now, policy: BookingPolicy())
        let hold = try await store.place(quote, answering: nil)
        var random = SystemRandomNumberGenerator()
        let payment = PaymentID(random: &random)
        let purchase = Purchase(of: hold.id, by: try Buyer(name: "Ada", email: "a@b.c"))
        _ = try await store.startPayment(payment, for: purchase)
        let reference = try await provider.register(payment.text, hold.total)
        try await store.setReference(try #require(PaymentReference(reference)), of: payment)
        _ = try await provider.authorize(reference, with: .named("pm_card_visa"), returnURL: nil)
        if sold {
            _ = try await store.sell(payment, for: purchase, answering: nil)
        }
        #expect(try await parts.money() == [1250, 0])

        // A server that starts is a server that settles what nobody works on any more.
        parts.advance(BookingPolicy().paymentLease)
        try await parts.run(.live) { buyer in
            let money = try await parts.money()
            #expect(money == [0, sold ? 1250 : 0])
            #expect(try await buyer.seats().sold == (sold ? ["A1"] : []))
            #expect(try await parts.store().unfinishedPayments() == [])
            #expect(try await buyer.pay(hold.id.text).status == (sold ? 409 : 201))
        }
    }
}

/// A provider where something happens between the bank's yes and our hearing of it, once.
private final class InterruptedProvider: PaymentProvider {
    private let base: SimulatedProvider
    private let interruption: @Sendable () async throws -> Void

    init(_ base: SimulatedProvider, _ interruption: @escaping @Sendable () async throws -> Void) {
        self.base = base
        self.interruption = interruption
    }

    func register(_ payment: String, _ amount: Money) async throws -> String {
        try await base.register(payment, amount)
    }

    func authorize(_ reference: String, with method: PaymentMethod, returnURL: String?) async throws -> Authorization {
        let authorization = try await base.authorize(reference, with: method, returnURL: returnURL)
        try await interruption()
        return authorization
    }

    func capture(_ reference: String) async throws { try await base.capture(reference) }

    func void(_ reference: String) async throws { try await base.void(reference) }

    func authorization(of reference: String) async throws -> Authorization? {
        try await base.authorization(of: reference)
    }

    func refund(_ reference: String) async throws -> Refund { try await base.refund(reference) }

    func refundStatus(of reference: String) async throws -> Refund? { try await base.refundStatus(of: reference) }
}
