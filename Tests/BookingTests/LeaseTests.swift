import Booking
import BookingSQLite
import Testing

@Suite("The lease on a payment that a process works on")
struct LeaseTests {
    private func started(_ test: TestStore, _ seat: String = "A1") async throws -> PaymentID {
        let payment = test.newPayment()
        _ = try await test.store.startPayment(payment, for: TestStore.purchase(of: test.place(seat)))
        return payment
    }

    @Test(
        "keeps it from every other process until it has run out, and from the one that has it never",
        arguments: StoreKind.allCases)
    func keeps(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let other = try test.reopen()
        let payment = try await started(test)
        test.clock.advance(14.999)
        #expect(try await other.unfinishedPayments() == [])
        #expect(try await other.leasePayment(payment) == nil)
        #expect(try await test.store.unfinishedPayments().map(\.id) == [payment])
        test.clock.advance(0.001)
        #expect(try await other.unfinishedPayments().map(\.id) == [payment])
        #expect(try await other.leasePayment(payment)?.state == .started)
        #expect(try await test.store.leasePayment(payment) == nil, "now it is the other's")
        #expect(try await test.store.unfinishedPayments() == [])
    }

    @Test("is renewed by who has it, and by nobody else", arguments: StoreKind.allCases)
    func renewal(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let other = try test.reopen()
        let payment = try await started(test)
        test.clock.advance(10)
        try await test.store.renewLeases(of: [payment])
        test.clock.advance(10)
        #expect(try await other.unfinishedPayments() == [])
        try await other.renewLeases(of: [payment])
        test.clock.advance(5)
        #expect(try await other.unfinishedPayments().map(\.id) == [payment])
    }

    @Test(
        "goes on while money still has to move, and ends with the work or when the buyer is at their bank",
        arguments: [
            ([PaymentState.sold], true), ([.voiding], true), ([.authenticating], false), ([.declined], false),
            ([.sold, .captured], false), ([.voiding, .voided], false),
        ], StoreKind.allCases)
    func steps(step: (states: [PaymentState], isLeased: Bool), kind: StoreKind) async throws {
        let (states, isLeased) = step
        let test = try TestStore(kind)
        let other = try test.reopen()
        let payment = try await started(test)
        for state in states { try await test.store.advance(payment, to: state) }
        let isToSettle = try await other.unfinishedPayments().map(\.id) == [payment]
        #expect(isToSettle == (states == [.authenticating]))
        test.clock.advance(15)
        #expect(try await other.leasePayment(payment)?.state == (isLeased ? states.last : nil))
    }

    @Test("is had by one of several that ask at the same time", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let payment = try await started(test)
        test.clock.advance(15)
        let stores = try (1...8).map { _ in try test.reopen() }
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for store in stores { group.addTask { try await store.leasePayment(payment) != nil } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
    }
}
