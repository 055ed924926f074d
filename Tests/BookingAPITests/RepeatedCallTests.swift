import Booking
import Foundation
import HTTPTypes
import Idempotency
import Synchronization
import Testing

@Suite("Calls with an Idempotency-Key")
struct RepeatedCallTests {
    let replayed = HTTPField.Name("Idempotency-Replayed")!

    @Test("the same call is answered the same and has its effect once")
    func replay() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let first = try await buyer.hold("A1", key: "the-first-of-the-keys")
            let second = try await buyer.hold("A1", key: "the-first-of-the-keys")
            #expect(first.status == 201 && second.status == 201 && first.body == second.body)
            #expect(first.headers[replayed] == nil && second.headers[replayed] == "true")
            #expect(first.headers[.location] == second.headers[.location])

            let paid = try await buyer.pay(first.id, key: "the-second-of-the-keys")
            let again = try await buyer.pay(first.id, key: "the-second-of-the-keys")
            #expect(paid.status == 201 && paid.body == again.body && again.headers[replayed] == "true")
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("a decline and an extension are replayed too")
    func otherEffects() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            let declined = try await buyer.pay(hold.id, "pm_card_visa_chargeDeclined", key: "the-key-of-a-decline")
            let again = try await buyer.pay(hold.id, "pm_card_visa_chargeDeclined", key: "the-key-of-a-decline")
            #expect(declined.status == 402 && again.body == declined.body && again.headers[replayed] == "true")
            parts.advance(60)
            let extended = try await buyer.call(.post, "/v1/holds/\(hold.id)/extend", key: "the-key-of-extending")
            parts.advance(60)
            let repeated = try await buyer.call(.post, "/v1/holds/\(hold.id)/extend", key: "the-key-of-extending")
            #expect(extended.body == repeated.body && repeated.headers[replayed] == "true")
        }
    }

    @Test("a call that another server answers meanwhile is answered the same, though it was refused here")
    func twin() async throws {
        let parts = try TestParts()
        try await parts.run { other in
            let first = Mutex<TestAnswer?>(nil)
            let store = AnsweredMeanwhileStore(base: try parts.store()) {
                let answer = try await other.hold("A1", key: "the-key-of-both-twins")
                first.withLock { $0 = answer }
            }
            try await parts.run(store: store) { buyer in
                let second = try await buyer.hold("A1", key: "the-key-of-both-twins")
                #expect(second.status == 201 && second.headers[replayed] == "true")
                #expect(second.body == first.withLock { $0?.body })
            }
        }
    }

    @Test("a key used for another body or path is refused")
    func mismatch() async throws {
        try await TestParts().run { buyer in
            let hold = try await buyer.hold("A1", key: "the-first-of-the-keys")
            let other = try await buyer.hold("A2", key: "the-first-of-the-keys")
            #expect(other.status == 422 && other.code == "idempotency_mismatch")
            #expect(try await buyer.pay(hold.id, key: "the-first-of-the-keys").code == "idempotency_mismatch")
            #expect(try await buyer.seats().held == ["A1"])
        }
    }

    @Test("a refusal has no effect, so the same key may try again")
    func refusal() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            _ = try await buyer.hold("A1")
            #expect(try await buyer.hold("A1", key: "the-first-of-the-keys").status == 409)
            parts.advance(600)
            let second = try await buyer.hold("A1", key: "the-first-of-the-keys")
            #expect(second.status == 201 && second.headers[replayed] == nil)
        }
    }

    @Test("the answer outlives the server")
    func restart() async throws {
        let parts = try TestParts()
        let first = try await parts.run { try await $0.hold("A1", key: "the-first-of-the-keys") }
        let second = try await parts.run { try await $0.hold("A1", key: "the-first-of-the-keys") }
        #expect(first.body == second.body && second.headers[replayed] == "true")
    }

    @Test("of twins that run at once one has the effect; the other waits or hears the same")
    func twins() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
                for _ in 1...20 { group.addTask { try await buyer.pay(hold.id, key: "the-key-of-the-twins") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let paid = answers.filter { $0.status == 201 }
            let waiting = answers.filter { $0.status == 409 && $0.code == "idempotency_in_progress" }
            #expect(paid.count + waiting.count == 20)
            #expect(Set(paid.map(\.orderID)).count == 1)
            #expect(paid.filter { $0.headers[replayed] == nil }.count == 1)
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test(
        "a key is visible, not too long, and too long to be guessed",
        arguments: [
            "", "1", String(repeating: "k", count: 15), String(repeating: "k", count: 256),
            String(repeating: "ü", count: 16), "sixteen and blanks", String(repeating: "\u{212A}", count: 16),
        ])
    func badKey(_ key: String) async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.hold("A1", key: key)
            #expect(answer.status == 422 && answer.code == "invalid_request")
        }
    }
}

/// A store that knows of no answer when it is first asked, and of which another process makes use just then.
private final class AnsweredMeanwhileStore: ForwardingStore {
    let base: any BookingStore
    private let meanwhile: @Sendable () async throws -> Void
    private let isFirst = Atomic(true)

    init(base: any BookingStore, _ meanwhile: @escaping @Sendable () async throws -> Void) {
        self.base = base
        self.meanwhile = meanwhile
    }

    func past(_ call: RepeatableCall) async throws -> PastCall {
        let past = try await base.past(call)
        if isFirst.exchange(false, ordering: .relaxed) { try await meanwhile() }
        return past
    }
}
