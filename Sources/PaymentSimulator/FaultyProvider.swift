package import Cinema
package import Payments
import Synchronization

/// A provider that misbehaves as networks do, the same way for the same seed: requests that never arrive, answers that
/// never come though the effect was had, requests that arrive twice, and requests that arrive after we gave them up.
package final class FaultyProvider: PaymentProvider {
    private enum Fault: CaseIterable {
        case lostRequest
        case lostAnswer
        case duplicate
        /// The request is on its way for so long that another one overtakes it.
        case late
    }

    private struct State {
        var random: any RandomNumberGenerator & Sendable
        var underWay: [@Sendable () async throws -> Void] = []
    }

    private let provider: any PaymentProvider
    private let percent: Int
    private let state: Mutex<State>

    /// - Parameter percent: how many of a hundred calls go wrong.
    package init(
        _ provider: any PaymentProvider, percent: Int, random: some RandomNumberGenerator & Sendable
    ) {
        self.provider = provider
        self.percent = percent
        state = Mutex(State(random: random))
    }

    package func register(_ payment: String, _ amount: Money) async throws -> String {
        try await call { try await $0.register(payment, amount) }
    }

    package func authorize(
        _ reference: String, with method: PaymentMethod, returnURL: String?
    ) async throws -> Authorization {
        try await call { try await $0.authorize(reference, with: method, returnURL: returnURL) }
    }

    package func authorization(of reference: String) async throws -> Authorization? {
        try await call { try await $0.authorization(of: reference) }
    }

    package func capture(_ reference: String) async throws {
        try await call { try await $0.capture(reference) }
    }

    package func void(_ reference: String) async throws {
        try await call { try await $0.void(reference) }
    }

    package func refund(_ reference: String) async throws -> Refund {
        try await call { try await $0.refund(reference) }
    }

    package func refundStatus(of reference: String) async throws -> Refund? {
        try await call { try await $0.refundStatus(of: reference) }
    }

    private func call<Value: Sendable>(
        _ request: @escaping @Sendable (any PaymentProvider) async throws -> Value
    ) async throws -> Value {
        let provider = provider
        let (fault, arriving) = decide()
        let answer: Value
        switch fault {
        case nil: answer = try await request(provider)
        case .lostRequest: throw ProviderTimeout()
        case .lostAnswer:
            _ = try await request(provider)
            throw ProviderTimeout()
        case .duplicate:
            _ = try await request(provider)
            answer = try await request(provider)
        case .late:
            state.withLock { $0.underWay.append { _ = try await request(provider) } }
            throw ProviderTimeout()
        }
        // Nobody hears any more what becomes of a request that was given up.
        for late in arriving { try? await late() }
        return answer
    }

    /// What goes wrong with a call, and which late ones arrive just after it.
    private func decide() -> (Fault?, [@Sendable () async throws -> Void]) {
        state.withLock { state in
            func isChosen(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &state.random) < percent }
            let fault = isChosen(percent) ? Fault.allCases.randomElement(using: &state.random) : nil
            guard fault == nil || fault == .duplicate, isChosen(50) else { return (fault, []) }
            defer { state.underWay = [] }
            return (fault, state.underWay)
        }
    }
}

/// The provider has not answered in time: nobody knows whether the request has had its effect.
package struct ProviderTimeout: Error, CustomStringConvertible {
    package let description = "the payment provider did not answer in time"
}
