import Cinema
import Foundation
import PaymentSimulator
import Payments
import Synchronization
import TestSupport
import Testing

@Suite("The simulated bank asks and gives back")
final class ChallengeTests: Sendable {
    let folder = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")
    let price = Money(amount: 1250, currency: Currency(code: "EUR")!)
    let now = Mutex(Date(timeIntervalSince1970: 1_794_700_800))

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func provider() throws -> SimulatedProvider {
        try SimulatedProvider(
            path: folder.appending(path: "payments.sqlite").path,
            network: TestCardNetwork(now: { self.now.withLock { $0 } }))
    }

    /// A payment that has been registered and asked for.
    private func pay(
        at bank: SimulatedProvider, with method: String, returnURL: String? = nil
    ) async throws -> (reference: String, answer: Authorization) {
        let reference = try await bank.register("one", price)
        return (
            reference, try await bank.authorize(reference, with: .named(method), returnURL: returnURL)
        )
    }

    @Test(
        "cards with 3-D Secure ask first, and then answer as published",
        arguments: [
            ("pm_card_authenticationRequiredOnSetup", nil), ("pm_card_authenticationRequired", nil),
            ("pm_card_authenticationRequiredSetupForOffSession", nil), ("pm_card_threeDSecure2Required", nil),
            ("pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", "insufficient_funds"),
            ("pm_card_threeDSecureRequiredChargeDeclined", "generic_decline"),
        ] as [(String, String?)])
    func passed(method: String, decline: String?) async throws {
        let bank = try provider()
        let (reference, asked) = try await pay(at: bank, with: method, returnURL: "http://site/")
        #expect(asked == .challenge(url: "/simulator/3ds/\(reference)"))
        #expect(try await bank.ledger() == (0, 0))
        #expect(try await bank.challenge(reference)?.returnURL == "http://site/")
        #expect(try await bank.challenge(reference, answer: .complete)?.isOpen == false)
        let expected = decline.map { Authorization.declined(Decline(code: $0)) } ?? .authorized
        #expect(try await provider().authorization(of: reference) == expected)
        #expect(try await provider().ledger() == (decline == nil ? 1250 : 0, 0))
    }

    @Test("who fails is declined, also if they pass afterwards; who cancels is still asked")
    func failed() async throws {
        let bank = try provider()
        let (reference, _) = try await pay(at: bank, with: "pm_card_authenticationRequired")
        #expect(try await bank.challenge(reference, answer: .cancel)?.isOpen == true)
        #expect(try await bank.authorization(of: reference) == .challenge(url: "/simulator/3ds/\(reference)"))
        _ = try await bank.challenge(reference, answer: .fail)
        _ = try await bank.challenge(reference, answer: .complete)
        #expect(try await bank.authorization(of: reference) == .declined(.failedAuthentication))
    }

    @Test("a question that was voided is not asked any more")
    func voided() async throws {
        let bank = try provider()
        let (reference, _) = try await pay(at: bank, with: "pm_card_authenticationRequired")
        try await bank.void(reference)
        #expect(try await bank.challenge(reference, answer: .complete)?.isOpen == false)
        #expect(try await bank.authorization(of: reference) == nil)
        #expect(try await bank.ledger() == (0, 0))
        #expect(try await bank.challenge("another") == nil)
    }

    @Test(
        "a refund is done at once, or after a while, or fails after a while",
        arguments: [
            ("pm_card_visa", Refund.succeeded, Refund.succeeded), ("pm_card_pendingRefund", .pending, .succeeded),
            ("pm_card_refundFail", .pending, .failed(reason: "expired_or_canceled_card")),
        ])
    func refunds(method: String, first: Refund, last: Refund) async throws {
        let bank = try provider()
        let (reference, _) = try await pay(at: bank, with: method)
        await #expect(throws: PaymentStateError.self) { try await bank.refund(reference) }
        try await bank.capture(reference)
        #expect(try await bank.refundStatus(of: reference) == nil)
        for _ in 1...2 { #expect(try await bank.refund(reference) == first) }
        now.withLock { $0 += 60 }
        #expect(try await provider().refundStatus(of: reference) == last)
        #expect(try await provider().ledger() == (0, last == .succeeded ? 0 : 1250))
    }

    @Test("a refund that failed can be tried again")
    func again() async throws {
        let bank = try provider()
        let (reference, _) = try await pay(at: bank, with: "pm_card_refundFail")
        try await bank.capture(reference)
        _ = try await bank.refund(reference)
        now.withLock { $0 += 60 }
        #expect(try await bank.refund(reference) == .pending)
    }
}
