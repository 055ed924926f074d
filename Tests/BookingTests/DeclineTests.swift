import Booking
import BookingSQLite
import Foundation
import Testing

@Suite("How often the payments of one hold may be declined")
struct DeclineTests {
    private func decline(_ test: TestStore, _ hold: Hold) async throws {
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: hold))
        try await test.store.decline(payment, code: "generic_decline", answering: nil)
    }

    private func start(_ test: TestStore, _ hold: Hold, in store: BookingEngine? = nil) async throws -> PaymentID {
        let payment = test.newPayment()
        _ = try await (store ?? test.store).startPayment(payment, for: TestStore.purchase(of: hold))
        return payment
    }

    @Test(
        "ten times, then the hold takes no payment any more, also after a restart; another hold does",
        arguments: StoreKind.allCases)
    func ten(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        for _ in 1...10 { try await decline(test, hold) }
        test.clock.advance(300)
        for store in [test.store, try test.reopen()] {
            await #expect(throws: BookingError.tooManyDeclines(limit: 10, secondsToWait: 300)) {
                try await start(test, hold, in: store)
            }
        }
        _ = try await start(test, test.place("A2"))
    }

    @Test("the tenth attempt may still succeed", arguments: StoreKind.allCases)
    func nine(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        for _ in 1...9 { try await decline(test, hold) }
        #expect(try await test.sell(hold).sale.order != nil)
    }

    @Test(
        "attempts that run count as long as they may be declined, so many at once do not slip past",
        arguments: StoreKind.allCases)
    func atOnce(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        for _ in 1...9 { try await decline(test, hold) }
        let last = try await start(test, hold)
        await #expect(throws: BookingError.tooManyDeclines(limit: 10, secondsToWait: 1)) {
            try await start(test, hold)
        }
        try await test.store.advance(last, to: .voiding)
        _ = try await start(test, hold)
    }

    @Test(
        "a question of the bank that is given up for another card counts, one that is answered does not twice",
        arguments: StoreKind.allCases)
    func challenges(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let purchase = try TestStore.purchase(of: hold)
        var open: PaymentID?
        for _ in 1...10 {
            open = try await start(test, hold)
            try await test.store.authenticate(open!, for: purchase, at: "/bank", answering: nil)
        }
        await #expect(throws: BookingError.tooManyDeclines(limit: 10, secondsToWait: 600)) {
            try await start(test, hold)
        }
        #expect(try await test.store.payment(open!)?.state == .authenticating, "the last question stays open")
        #expect(try await test.store.sell(open!, for: purchase, answering: nil).order != nil)
    }
}
