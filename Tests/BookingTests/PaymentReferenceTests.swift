import Booking
import Testing

@Suite("What the payment provider calls a payment")
struct PaymentReferenceTests {
    @Test("it is kept with the payment whatever becomes of it", arguments: StoreKind.allCases)
    func kept(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let (payment, sale) = try await test.sell(try await test.place("A1"))
        let reference = PaymentReference("pi_\(payment.text)")
        for state in [PaymentState.captured, .refunding] {
            try await test.store.advance(payment, to: state)
            #expect(try await test.store.payment(payment)?.reference == reference)
        }
        #expect(try await test.reopen().payment(of: try #require(sale.order).id).reference == reference)
    }

    @Test("a payment that is given back before it has one never gets one", arguments: StoreKind.allCases)
    func late(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: try await test.place("A1")))
        try await test.store.advance(payment, to: .voiding)
        await #expect(throws: PaymentHasMovedOn.self) {
            try await test.store.setReference(PaymentReference(stored: "pi_1"), of: payment)
        }
        #expect(try await test.store.payment(payment)?.reference == nil)
    }

    @Test("it has at least one byte and at most 255")
    func length() {
        #expect(PaymentReference("pi_3MtwBwLkdIwHu7ix28a3tqPa")?.text == "pi_3MtwBwLkdIwHu7ix28a3tqPa")
        #expect(PaymentReference(String(repeating: "x", count: 255)) != nil)
        #expect(PaymentReference("") == nil)
        #expect(PaymentReference(String(repeating: "x", count: 256)) == nil)
        #expect(PaymentReference(String(repeating: "é", count: 128)) == nil)
    }
}
