import Cinema
import Payments

/// A provider each of whose calls waits for its turn.
struct StagedProvider: PaymentProvider {
    private let provider: any PaymentProvider
    private let process: SimulatedProcess
    private let player: Stage.Player

    init(_ provider: any PaymentProvider, _ process: SimulatedProcess, _ player: Stage.Player) {
        self.provider = provider
        self.process = process
        self.player = player
    }

    private func step<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await process.step(player, work)
    }

    func register(_ payment: String, _ amount: Money) async throws -> String {
        try await step { try await provider.register(payment, amount) }
    }

    func authorize(_ reference: String, with method: PaymentMethod, returnURL: String?) async throws -> Authorization {
        try await step { try await provider.authorize(reference, with: method, returnURL: returnURL) }
    }

    func authorization(of reference: String) async throws -> Authorization? {
        try await step { try await provider.authorization(of: reference) }
    }

    func capture(_ reference: String) async throws { try await step { try await provider.capture(reference) } }

    func void(_ reference: String) async throws { try await step { try await provider.void(reference) } }

    func refund(_ reference: String) async throws -> Refund { try await step { try await provider.refund(reference) } }

    func refundStatus(of reference: String) async throws -> Refund? {
        try await step { try await provider.refundStatus(of: reference) }
    }
}
