import Cinema
import Foundation
import GRDB
import Payments
import TestSupport
import Testing

@testable import PaymentSimulator

@Suite("The simulated card network")
final class SimulatedProviderTests {
    let folder = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")
    var path: String { folder.appending(path: "payments.sqlite").path }
    let price = Money(amount: 1250, currency: Currency(code: "EUR")!)
    /// 15 November 2026.
    let network = TestCardNetwork(now: { Date(timeIntervalSince1970: 1_794_700_800) })

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func provider() throws -> SimulatedProvider { try SimulatedProvider(path: path, network: network) }

    func pay(_ method: PaymentMethod) async throws -> Authorization {
        let provider = try provider()
        let reference = try await provider.register(UUID().uuidString, price)
        return try await provider.authorize(reference, with: method, returnURL: nil)
    }

    func card(_ number: String, month: Int = 12, year: Int = 2034, cvc: String = "123") -> PaymentMethod {
        .card(Card(number: number, expMonth: month, expYear: year, cvc: cvc))
    }

    @Test(
        "a file that is something else, or of a newer version, is refused and left as it is",
        arguments: ["CREATE TABLE movie (id INTEGER); PRAGMA user_version = 5", "PRAGMA user_version = 9"])
    func foreign(sql: String) async throws {
        _ = try provider()
        if sql.hasPrefix("CREATE") { try FileManager.default.removeItem(atPath: path) }
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: SimulatedLedgerError.self) { try provider() }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("of several that open a new file at once, all can")
    func together() async throws {
        let (path, network) = (path, network)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try SimulatedProvider(path: path, network: network) } }
            try await group.waitForAll()
        }
        #expect(try await provider().holdings() == [:])
    }

    @Test("what its file cannot do is said with what to do, and nobody is told to throw it away for want of space")
    func trouble() async throws {
        let provider = try provider()
        try await DatabaseQueue(path: path).write {
            try $0.execute(sql: "ALTER TABLE simulated_payment RENAME TO gone")
        }
        let error = await #expect(throws: SimulatedLedgerError.self) {
            try await provider.authorize("sim_1", with: card("4242424242424242"), returnURL: nil)
        }
        #expect(error?.description.hasPrefix("\(path): the simulated payments cannot be read (no such table") == true)
        for code in [ResultCode.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN] {
            let sentence = SimulatedLedgerError(path, DatabaseError(resultCode: code)).description
            #expect(sentence.hasSuffix("; check the folder, its permissions and its space"))
        }
    }

    @Test(
        "good cards pay, by number and by name",
        arguments: [
            ("4242424242424242", "pm_card_visa"), ("5555555555554444", "pm_card_mastercard"),
        ])
    func success(number: String, name: String) async throws {
        #expect(try await pay(card(number)) == .authorized)
        #expect(try await pay(card("4242 4242-4242 4242")) == .authorized)
        #expect(try await pay(.named(name)) == .authorized)
    }

    @Test(
        "each published decline has its code",
        arguments: [
            ("4000000000000002", "pm_card_visa_chargeDeclined", "generic_decline"),
            ("4000000000009995", "pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"),
            ("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", "lost_card"),
            ("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", "stolen_card"),
            ("4000000000006975", "pm_card_visa_chargeDeclinedVelocityLimitExceeded", "card_velocity_exceeded"),
            ("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "expired_card"),
            ("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"),
            ("4000000000000119", "pm_card_chargeDeclinedProcessingError", "processing_error"),
            ("4000000000000341", "pm_card_chargeCustomerFail", "generic_decline"),
            ("4000008400001280", "pm_card_threeDSecureRequiredProcessingError", "processing_error"),
        ])
    func declines(number: String, name: String, code: String) async throws {
        #expect(try await pay(card(number)) == .declined(Decline(code: code)))
        #expect(try await pay(.named(name)) == .declined(Decline(code: code)))
    }

    @Test(
        "any other card is refused",
        arguments: [
            ("4242424242424241", "incorrect_number"), ("4111111111111111", "test_mode_live_card"),
            ("1234", "incorrect_number"), ("", "incorrect_number"), ("４２４２４２４２４２４２４２４２", "incorrect_number"),
        ])
    func unknownCards(number: String, code: String) async throws {
        #expect(try await pay(card(number)) == .declined(Decline(code: code)))
    }

    @Test("an unknown payment method is refused")
    func unknownName() async throws {
        #expect(try await pay(.named("pm_card_gold")) == .declined(Decline(code: "resource_missing")))
    }

    @Test(
        "a card is good to the end of its month",
        arguments: [
            (11, 2026, nil), (11, 26, nil), (10, 2026, "invalid_expiry_month"), (12, 2025, "invalid_expiry_year"),
            (0, 2030, "invalid_expiry_month"), (13, 2030, "invalid_expiry_month"), (1, 2999, "invalid_expiry_year"),
        ])
    func expiry(month: Int, year: Int, code: String?) async throws {
        let expected = code.map { Authorization.declined(Decline(code: $0)) } ?? .authorized
        #expect(try await pay(card("4242424242424242", month: month, year: year)) == expected)
    }

    @Test("the security code has three digits, American Express' four")
    func securityCode() async throws {
        let invalid = Authorization.declined(Decline(code: "invalid_cvc"))
        #expect(try await pay(card("4242424242424242", cvc: "12")) == invalid)
        #expect(try await pay(card("4242424242424242", cvc: "12x")) == invalid)
        #expect(try await pay(card("378282246310005", cvc: "123")) == invalid)
        #expect(try await pay(card("378282246310005", cvc: "1234")) == .authorized)
    }

    @Test("a payment has one reference, of the network's own, also over a restart")
    func references() async throws {
        let first = try await provider().register("one", price)
        #expect(try await provider().register("one", price) == first)
        #expect(try await provider().register("two", price) != first)
        #expect(first.hasPrefix("sim_") && !first.contains("one") && first.utf8.count <= 255)
        #expect(try await provider().holdings() == [:], "no money has moved")
        #expect(try await provider().authorization(of: first) == nil)
    }

    @Test("each call has its effect once, also over a restart")
    func idempotent() async throws {
        let visa = PaymentMethod.named("pm_card_visa")
        let reference = try await provider().register("one", price)
        for _ in 1...2 {
            #expect(try await provider().authorize(reference, with: visa, returnURL: nil) == .authorized)
        }
        #expect(try await provider().ledger() == (1250, 0))
        for _ in 1...2 { try await provider().capture(reference) }
        #expect(try await provider().ledger() == (0, 1250))
        #expect(try await provider().authorize(reference, with: visa, returnURL: nil) == .authorized)
        await #expect(throws: PaymentStateError.self) { try await provider().void(reference) }
    }

    @Test("what was voided is never authorized, even if the void comes first, nor is what was never registered")
    func void() async throws {
        let visa = PaymentMethod.named("pm_card_visa")
        let early = try await provider().register("early", price)
        try await provider().void(early)
        try await provider().void("never")
        for reference in [early, "never"] {
            await #expect(throws: PaymentStateError.self) {
                try await provider().authorize(reference, with: visa, returnURL: nil)
            }
        }
        let reference = try await provider().register("two", price)
        _ = try await provider().authorize(reference, with: visa, returnURL: nil)
        for _ in 1...2 { try await provider().void(reference) }
        for reference in [reference, "never"] {
            await #expect(throws: PaymentStateError.self) { try await provider().capture(reference) }
        }
        #expect(try await provider().ledger() == (0, 0))
    }

    /// The file was written by version 2: a payment that was declined, one that was refunded, one whose buyer is asked who they
    /// are, and one that was captured.
    @Test("payments of an older file go by the name that they had")
    func olderFile() async throws {
        let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Ledgers/version-2.sql")
        try await DatabaseQueue(path: path).write { try $0.execute(sql: String(contentsOf: dump, encoding: .utf8)) }
        let bank = try provider()
        let (captured, challenged) = ("tmg5vwsbhhugh4xenhstlisk7h", "shy74bheldyej473nbtg2e2rjf")
        #expect(
            try await bank.holdings() == [
                captured: Holding(kind: .taken, amount: Money(amount: 1800, currency: price.currency))
            ])
        #expect(try await bank.register(captured, price) == captured)
        #expect(try await bank.refund(captured) == .succeeded)
        #expect(try await bank.challenge(challenged, answer: .complete)?.isOpen == false)
        try await bank.capture(challenged)
        #expect(try await bank.ledger() == (0, 900))
    }

    @Test("a card shows nothing when printed, and none of it is in the file")
    func secrecy() async throws {
        let method = card("4242424242424242", cvc: "987")
        var dumped = ""
        dump(method, to: &dumped)
        for text in ["\(method)", String(reflecting: method), dumped] {
            #expect(!text.contains("4242") && !text.contains("987"))
        }
        _ = try await pay(method)
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: path + suffix) ?? Data()
            #expect(bytes.range(of: Data("42424242".utf8)) == nil)
        }
    }
}
