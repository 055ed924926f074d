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

    func authorize(
        _ payment: String, _ amount: Money, with method: PaymentMethod, returnURL: String?
    ) async throws -> Authorization {
        try await step { try await provider.authorize(payment, amount, with: method, returnURL: returnURL) }
    }

    func authorization(of payment: String) async throws -> Authorization? {
        try await step { try await provider.authorization(of: payment) }
    }

    func capture(_ payment: String) async throws { try await step { try await provider.capture(payment) } }

    func void(_ payment: String) async throws { try await step { try await provider.void(payment) } }

    func refund(_ payment: String) async throws -> Refund { try await step { try await provider.refund(payment) } }

    func refundStatus(of payment: String) async throws -> Refund? {
        try await step { try await provider.refundStatus(of: payment) }
    }
}
