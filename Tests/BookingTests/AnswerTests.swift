import Booking
import BookingSQLite
import Cinema
import Foundation
import Idempotency
import Testing

@Suite("Answers that are kept")
struct AnswerTests {
    let call = RepeatableCall(key: Data("key".utf8), fingerprint: Data([1]))
    private let sealed = Data("sealed".utf8)
    private var answering: Answering<HoldID> { Answering(call) { [sealed] _ in sealed } }

    @Test("an answer is kept with its effect, also over a restart", arguments: StoreKind.allCases)
    func kept(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        #expect(try await test.store.past(call) == .unknown)
        _ = try await test.place("A1", answering: answering)
        let kept = try #require(try await test.reopen().past(call).kept)
        #expect(kept.call == call && kept.sealed == sealed)
        #expect(try await test.store.past(RepeatableCall(key: call.key, fingerprint: Data([2]))) == .mismatch)
    }

    @Test("what was answered is answered again, whatever has become of it since", arguments: StoreKind.allCases)
    func again(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let first = try await test.place("A1", answering: answering)
        test.clock.advance(60)
        _ = try await test.store.extend(first.id, answering: nil)
        try await test.store.release(first.id)
        let kept = try #require(try await test.store.past(call).kept)
        let again = try await test.store.hold(first.id, in: kept)
        #expect(again.expiresAt == first.expiresAt && again.seats == first.seats && again.total == first.total)
    }

    @Test(
        "an order is answered again as it was sold, though its money is on its way back", arguments: StoreKind.allCases)
    func soldAgain(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        let hold = try await test.place("A1")
        let sale = try await test.sell(hold, answering: Answering(call) { [sealed] _ in sealed })
        try await test.store.advance(sale.payment, to: .captured)
        #expect(try await test.store.startRefund(of: #require(sale.sale.order).id).status == .refunding)
        let kept = try #require(try await test.store.past(call).kept)
        #expect(try await test.store.order(#require(sale.sale.order).id, in: kept) == sale.sale.order)
    }

    @Test("a refusal keeps no answer", arguments: StoreKind.allCases)
    func refusal(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1")
        await #expect(throws: BookingError.self) {
            try await test.place("A1", answering: answering)
        }
        #expect(try await test.store.past(call) == .unknown)
    }

    @Test("a twin that another process answered meanwhile has no effect", arguments: StoreKind.allCases)
    func twin(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1", answering: answering)
        await #expect(throws: AnsweredMeanwhile.self) {
            try await test.place("A2", answering: answering)
        }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
    }

    @Test("an answer is forgotten after a day", arguments: StoreKind.allCases)
    func forgotten(kind: StoreKind) async throws {
        let test = try TestStore(kind)
        _ = try await test.place("A1", answering: answering)
        test.clock.advance(86_399)
        try await test.store.tidy()
        #expect(try await test.store.past(call) != .unknown)
        test.clock.advance(1)
        try await test.store.tidy()
        #expect(try await test.store.past(call) == .unknown)
    }
}

extension PastCall {
    fileprivate var kept: KeptAnswer? {
        if case .answered(let kept) = self { kept } else { nil }
    }
}
