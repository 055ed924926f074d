import Booking
import BookingSQLite
import Foundation
import GRDB
import Testing

@Suite("A payment that waits for the buyer's bank, in the store")
struct AuthenticationTests {
    private func challenge(
        _ test: TestStore, _ hold: Hold, email: String = "ada@example.org"
    ) async throws -> (PaymentID, Purchase) {
        let payment = test.newPayment()
        let purchase = try TestStore.purchase(of: hold, email: email)
        _ = try await test.store.beginPayment(payment, for: purchase)
        try await test.store.authenticate(payment, for: purchase, at: "/bank", answering: nil)
        return (payment, purchase)
    }

    @Test("after a restart it is known what to sell to whom, and where the buyer is", arguments: StoreKind.allCases)
    func restart(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (id, purchase) = try await challenge(test, test.place("A1"))
        let payment = try #require(try await test.reopen().unfinishedPayments().first)
        #expect(payment.id == id && payment.state == .authenticating)
        #expect(payment.purchase == purchase && payment.challenge == "/bank")
    }

    @Test(
        "when it is over, nothing of the buyer is left with the payment",
        arguments: [PaymentState.sold, .declined, .voiding])
    func forgotten(end: PaymentState) async throws {
        let test = try TestStore()
        let (id, _) = try await challenge(test, test.place("A1"), email: "somebody@example.org")
        try await test.store.advance(id, to: end)
        let payment = try #require(try await test.store.payment(id))
        #expect(payment.state == end && payment.purchase == nil && payment.challenge == nil)
        let rows = try DatabaseQueue(path: test.path).read { try Row.fetchAll($0, sql: "SELECT * FROM payment") }
        #expect(!"\(rows)".contains("somebody"))
    }

    @Test("a new payment of the hold replaces it", arguments: StoreKind.allCases)
    func replaced(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let (first, purchase) = try await challenge(test, hold)
        let second = test.newPayment()
        _ = try await test.store.beginPayment(second, for: purchase)
        #expect(try await test.store.payment(first)?.state == .voiding)
        #expect(try await test.store.newestPayment(of: hold.id)?.id == second)
    }

    @Test("it is abandoned when its hold has been over for a while, and not before", arguments: StoreKind.allCases)
    func abandoned(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (id, _) = try await challenge(test, test.place("A1"))
        test.clock.advance(600 + 299)
        #expect(try await test.store.payment(id)?.isAbandoned == false)
        test.clock.advance(1)
        #expect(try await test.store.payment(id)?.isAbandoned == true)
    }
}
