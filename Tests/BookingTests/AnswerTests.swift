import Booking
import BookingSQLite
import Cinema
import Foundation
import Idempotency
import Testing

@Suite("Answers that are kept")
struct AnswerTests {
    let call = RepeatableCall(key: Data("key".utf8), fingerprint: Data([1]))
    let answer = Data("sealed".utf8)

    @Test("an answer is kept with its effect, also over a restart")
    func kept() async throws {
        let test = try TestStore()
        #expect(try await test.store.past(call) == .unknown)
        _ = try await test.place("A1", answering: Answering(call) { [answer] _ in answer })
        #expect(try await test.reopen().past(call) == .answered(answer))
        #expect(try await test.store.past(RepeatableCall(key: call.key, fingerprint: Data([2]))) == .mismatch)
    }

    @Test("a refusal keeps no answer")
    func refusal() async throws {
        let test = try TestStore()
        _ = try await test.place("A1")
        await #expect(throws: BookingError.self) {
            try await test.place("A1", answering: Answering(call) { [answer] _ in answer })
        }
        #expect(try await test.store.past(call) == .unknown)
    }

    @Test("a twin that another process answered meanwhile has no effect")
    func twin() async throws {
        let test = try TestStore()
        _ = try await test.place("A1", answering: Answering(call) { [answer] _ in answer })
        await #expect(throws: AnsweredMeanwhile.self) {
            try await test.place("A2", answering: Answering(call) { [answer] _ in answer })
        }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
    }

    @Test("an answer is forgotten after a day")
    func forgotten() async throws {
        let test = try TestStore()
        _ = try await test.place("A1", answering: Answering(call) { [answer] _ in answer })
        test.clock.advance(86_399)
        try await test.store.tidy()
        #expect(try await test.store.past(call) == .answered(answer))
        test.clock.advance(1)
        try await test.store.tidy()
        #expect(try await test.store.past(call) == .unknown)
    }
}
