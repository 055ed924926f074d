import Cinema
import Foundation
import HTTPTypes
import HummingbirdTesting
import PaymentSimulator
import Payments
import Synchronization
import Testing

@testable import BookingService

@Suite("Refunds")
struct RefundCallTests {
    /// Nobody settles but the test: payments that are being settled are `processing`.
    private let configuration = BookingConfiguration(
        managerKey: "manager", housekeepingInterval: .seconds(86_400))

    private func refund(
        _ buyer: TestBuyer, _ order: String, with key: String? = "manager", idempotencyKey: String? = nil
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [:]
        headers[.authorization] = key.map { "Bearer \($0)" }
        return try await buyer.call(.post, "/v1/orders/\(order)/refund", key: idempotencyKey, headers: headers)
    }

    private func bought(_ buyer: TestBuyer, _ method: String = "pm_card_visa") async throws -> String {
        try await buyer.pay(try await buyer.hold("A1").id, method).orderID
    }

    @Test("tickets are void, seats free and the money is back, once however often it is asked for")
    func refund() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let order = try await bought(buyer)
            let answers = [
                try await refund(buyer, order, idempotencyKey: "the-first-of-the-keys"),
                try await refund(buyer, order, idempotencyKey: "the-first-of-the-keys"),
            ]
            #expect(answers[0].status == 200 && answers[0].json["status"] as? String == "refunded")
            #expect(answers[0].body == answers[1].body)
            #expect(try await refund(buyer, order).json["status"] as? String == "refunded")
            let shown = try await buyer.get("/v1/orders/\(order)")
            #expect(shown.json["status"] as? String == "refunded")
            #expect(try await parts.money() == [0, 0])
            #expect(try await buyer.seats().sold == [])

            let ticket = try #require((shown.json["tickets"] as? [[String: Any]])?.first?["id"] as? String)
            let void = try await buyer.get("/v1/tickets/\(ticket)")
            #expect(void.json["status"] as? String == "void" && void.json["code"] == nil)
            let picture = try await buyer.get("/v1/tickets/\(ticket).png")
            #expect(picture.status == 410 && picture.code == "ticket_void")
            #expect(picture.headers[.cacheControl] == "no-store")
            let page = String(decoding: try await buyer.get("/v1/orders/\(order).html").body, as: UTF8.self)
            #expect(page.contains("void") && !page.contains(".png"))
            let event = String(decoding: try await buyer.get("/v1/orders/\(order).ics").body, as: UTF8.self)
            #expect(event.contains("STATUS:CANCELLED"))
        }
    }

    @Test("fifty who ask at once get the same answer, and the money goes back once", arguments: [false, true])
    func atOnce(isKeyed: Bool) async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let order = try await bought(buyer)
            let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
                for number in 1...50 {
                    group.addTask {
                        try await refund(buyer, order, idempotencyKey: isKeyed ? "the-refund-number-\(number)" : nil)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == 200 } && Set(answers.map(\.body)).count == 1)
            #expect(answers[0].json["status"] as? String == "refunded")
            #expect(try await parts.money() == [0, 0])
            #expect(try await buyer.metric(#"marquee_payments_total{outcome="refunded"}"#) == 1)
        }
    }

    @Test("who asks while the bank is asked already waits for its answer")
    func duringAnother() async throws {
        let parts = try TestParts()
        let bank = SlowBank(try parts.payments())
        try await parts.run(.router, configuration, payments: bank) { buyer in
            let order = try await bought(buyer)
            async let first = refund(buyer, order)
            await bank.refundBegan()
            async let second = refund(buyer, order)
            await bank.answer()
            let answers = try await [first, second]
            #expect(answers.map(\.status) == [200, 200] && answers[0].body == answers[1].body)
            #expect(bank.refunds == 1)
        }
    }

    @Test("only who has the key may, and nobody where none is set")
    func manager() async throws {
        let parts = try TestParts()
        let order = try await parts.run(.router, configuration) { buyer in
            let order = try await bought(buyer)
            for key in [nil, "", "Manager", "manager2", "manage"] {
                let answer = try await refund(buyer, order, with: key)
                #expect(answer.status == 401 && answer.code == "unauthorized")
                #expect(answer.headers[.wwwAuthenticate] == "Bearer")
            }
            #expect(try await refund(buyer, "aaaaaaaaaaaaaaaaaaaaaaaaaa").code == "unknown_order")
            return order
        }
        try await parts.run { buyer in
            let refused = try await refund(buyer, order)
            #expect(refused.status == 403 && refused.code == "refunds_off")
            #expect(try await buyer.get("/v1/orders/\(order)").json["status"] as? String == "paid")
        }
    }

    @Test(
        "a refund that takes a while is followed to its end, also over a restart",
        arguments: [("pm_card_pendingRefund", "refunded", 0), ("pm_card_refundFail", "refund_failed", 1250)])
    func later(method: String, end: String, kept: Int) async throws {
        let parts = try TestParts()
        let order = try await parts.run(.router, configuration) { buyer in
            let order = try await bought(buyer, method)
            _ = try await refund(buyer, order)
            #expect(try await buyer.get("/v1/orders/\(order)").json["status"] as? String == "refunding")
            return order
        }
        parts.advance(60)
        try await parts.run(.live, configuration) { buyer in
            let shown = try await buyer.get("/v1/orders/\(order)")
            #expect(shown.json["status"] as? String == end)
            #expect(try await parts.money() == [0, kept])
            guard end == "refund_failed" else { return }
            #expect(try await refund(buyer, order).json["status"] as? String == "refunding", "it is tried again")
        }
    }
}

/// A bank that gives no money back before it is told to.
private final class SlowBank: PaymentProvider {
    private let base: SimulatedProvider
    private let count = Atomic(0)
    private let began = AsyncStream<Void>.makeStream()
    private let told = AsyncStream<Void>.makeStream()

    init(_ base: SimulatedProvider) {
        self.base = base
    }

    var refunds: Int { count.load(ordering: .relaxed) }

    func refundBegan() async {
        for await _ in began.stream { return }
    }

    func answer() async {
        told.continuation.yield()
    }

    func refund(_ reference: String) async throws -> Refund {
        count.add(1, ordering: .relaxed)
        began.continuation.yield()
        for await _ in told.stream { break }
        return try await base.refund(reference)
    }

    func register(_ payment: String, _ amount: Money) async throws -> String {
        try await base.register(payment, amount)
    }

    func authorize(_ reference: String, with method: PaymentMethod, returnURL: String?) async throws -> Authorization {
        try await base.authorize(reference, with: method, returnURL: returnURL)
    }

    func capture(_ reference: String) async throws { try await base.capture(reference) }
    func void(_ reference: String) async throws { try await base.void(reference) }
    func authorization(of reference: String) async throws -> Authorization? {
        try await base.authorization(of: reference)
    }

    func refundStatus(of reference: String) async throws -> Refund? { try await base.refundStatus(of: reference) }
}
