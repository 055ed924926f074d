import Cinema
import Foundation
import PaymentSimulator
import Payments
import Randomness
import Synchronization
import Testing

@Suite("A provider that misbehaves")
struct FaultyProviderTests {
    let price = Money(amount: 1250, currency: Currency(code: "EUR")!)

    @Test("it does so as often as told, and the same way for the same seed")
    func seeded() async throws {
        let first = await outcomes(seed: 3, percent: 40)
        #expect(await outcomes(seed: 3, percent: 40) == first)
        #expect(await outcomes(seed: 4, percent: 40) != first)
        #expect((250...350).contains(first.filter { $0 == "failed" }.count), "three of four faults are heard of")
        #expect(await outcomes(seed: 3, percent: 0).allSatisfy { $0 == "answered" })
    }

    @Test("requests are lost, doubled, unanswered, and late: arriving after later ones")
    func kinds() async throws {
        let provider = CountingProvider()
        let faulty = FaultyProvider(provider, percent: 50, random: SplitMix64(seed: 1))
        for number in 1...200 { try? await faulty.capture("\(number)") }
        let arrived = provider.arrived.withLock { $0 }
        #expect(Set(arrived).count < 200, "some are lost")
        #expect(Set(arrived).count < arrived.count, "some are doubled")
        #expect(arrived != arrived.sorted { Int($0)! < Int($1)! }, "some are late")
    }

    private func outcomes(seed: UInt64, percent: Int) async -> [String] {
        let faulty = FaultyProvider(CountingProvider(), percent: percent, random: SplitMix64(seed: seed))
        var outcomes: [String] = []
        for _ in 1...1000 {
            do {
                try await faulty.void("one")
                outcomes.append("answered")
            } catch {
                outcomes.append("failed")
            }
        }
        return outcomes
    }
}

private final class CountingProvider: PaymentProvider {
    let arrived = Mutex<[String]>([])

    func register(_ payment: String, _ amount: Money) async throws -> String { payment }

    func authorize(_ reference: String, with method: PaymentMethod, returnURL: String?) async throws -> Authorization {
        .authorized
    }

    func authorization(of reference: String) async throws -> Authorization? { nil }

    func capture(_ reference: String) async throws { arrived.withLock { $0.append(reference) } }

    func void(_ reference: String) async throws {}

    func refund(_ reference: String) async throws -> Refund { .succeeded }

    func refundStatus(of reference: String) async throws -> Refund? { nil }
}
