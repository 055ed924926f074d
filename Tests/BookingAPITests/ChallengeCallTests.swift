import Booking
import BookingSQLite
import Checkout
import Cinema
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Testing
import WebOrigin

@testable import BookingService
@testable import WebService

@Suite("Paying with a card whose bank asks")
struct ChallengeCallTests {
    private static let site = "http://cinema.example"
    /// Nobody settles but the test: payments that are being settled are `processing`.
    private let configuration: BookingConfiguration

    init() throws {
        configuration = BookingConfiguration(
            web: WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(Self.site)])),
            housekeepingInterval: .seconds(86_400))
    }

    private func pay(
        _ buyer: TestBuyer, _ hold: String, _ method: String = "pm_card_authenticationRequired",
        returnURL: String = "\(site)/checkout/#x", key: String? = nil, headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        try await buyer.call(
            .post, "/v1/holds/\(hold)/payment",
            #"{"name":"Ada","email":"a@b.c","payment":{"method":"\#(method)"},"returnUrl":"\#(returnURL)"}"#, key: key,
            headers: headers)
    }

    private func bank(_ buyer: TestBuyer, _ payment: TestAnswer, _ outcome: String) async throws -> TestAnswer {
        let action = try #require(payment.json["nextAction"] as? [String: String])
        let url = try #require(URL(string: action["url"] ?? ""))
        return try await buyer.call(
            .post, url.path, "outcome=\(outcome)", headers: [.contentType: "application/x-www-form-urlencoded"])
    }

    @Test("the buyer is sent to the bank and back, and then has the tickets")
    func complete() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1", "A2")
            let before = try await buyer.get("/v1/holds/\(hold.id)/payment")
            #expect(before.status == 204 && before.body.isEmpty)
            let asked = try await pay(buyer, hold.id)
            #expect(asked.status == 202 && asked.json["status"] as? String == "requires_action")
            #expect(try await parts.money() == [0, 0])
            let page = try await buyer.get(try #require(URL(string: action(asked))).path)
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("€25.00"))
            #expect(page.headers[.contentSecurityPolicy]?.contains("form-action 'self' \(Self.site)") == true)

            let back = try await bank(buyer, asked, "complete")
            #expect(back.status == 303 && back.headers[.location] == "\(Self.site)/checkout/#x")
            let paid = try await buyer.get("/v1/holds/\(hold.id)/payment")
            #expect(paid.json["status"] as? String == "succeeded")
            #expect(try await buyer.get("/v1/orders/\(paid.orderID)").status == 200)
            #expect(try await parts.money() == [0, 2500])
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").orderID == paid.orderID)
        }
    }

    @Test(
        "what the bank says is told",
        arguments: [
            ("pm_card_authenticationRequired", "fail", "payment_intent_authentication_failure"),
            ("pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", "complete", "insufficient_funds"),
            ("pm_card_threeDSecureRequiredChargeDeclined", "complete", "generic_decline"),
        ])
    func declined(method: String, outcome: String, code: String) async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            _ = try await bank(buyer, try await pay(buyer, hold.id, method), outcome)
            let status = try await buyer.get("/v1/holds/\(hold.id)/payment")
            #expect(status.json["status"] as? String == "declined" && status.json["declineCode"] as? String == code)
            #expect(try await buyer.pay(hold.id).status == 201, "another card may be tried")
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("who comes back without an answer is asked again, or pays with another card, and pays once")
    func cancelled() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let asked = try await pay(buyer, hold.id)
            #expect(try await bank(buyer, asked, "cancel").status == 303)
            #expect(
                try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "requires_action")
            #expect(try await buyer.pay(hold.id).status == 201)
            #expect(try await bank(buyer, asked, "complete").status == 303)
            #expect(try await parts.money()[1] == 1250)
            let checkout = try self.checkout(parts)
            parts.advance(BookingPolicy().paymentLease)
            await checkout.settle()
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("who passes and never comes back has bought all the same: settling asks the bank")
    func closedPage() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            _ = try await bank(buyer, try await pay(buyer, hold.id), "complete")
            await (try self.checkout(parts)).settle()
            #expect(try await parts.money() == [0, 1250])
            #expect(try await buyer.seats().sold == ["A1"])
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "succeeded")
        }
    }

    @Test("a hold that expired and lost its seats at the bank is not sold, and its money is given back")
    func lost() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let asked = try await pay(buyer, hold.id)
            parts.advance(600)
            _ = try await buyer.hold("A1")
            _ = try await bank(buyer, asked, "complete")
            let status = try await buyer.get("/v1/holds/\(hold.id)/payment")
            #expect(status.status == 410 && status.code == "hold_expired")
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "canceled")
            #expect(try await parts.money() == [0, 0])
        }
    }

    @Test("a question that nobody answers is taken back when its hold has been over for a while")
    func abandoned() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let asked = try await pay(buyer, hold.id)
            parts.advance(901)
            await (try self.checkout(parts)).settle()
            _ = try await bank(buyer, asked, "complete")
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "canceled")
            #expect(try await parts.money() == [0, 0])
        }
    }

    @Test("the same key leads to the same question")
    func replayed() async throws {
        try await TestParts().run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let first = try await pay(buyer, hold.id, key: "the-first-of-the-keys")
            #expect(try await pay(buyer, hold.id, key: "the-first-of-the-keys").body == first.body)
        }
    }

    @Test("a call that is repeated through another host gets that host's link, and only a proxy says which that is")
    func replayedElsewhere() async throws {
        var configuration = configuration
        configuration.web.trustedProxies = try #require(TrustedProxies(["127.0.0.0/8", "::1"]))
        try await TestParts().listen(configuration) { port in
            try await TestBuyer.connected(to: port) { buyer in
                let hold = try await buyer.hold("A1")
                func link(through host: String) async throws -> String {
                    let headers: HTTPFields = [.xForwardedHost: host, .xForwardedProto: "HTTPS, http"]
                    return action(try await pay(buyer, hold.id, key: "one-and-the-same-key", headers: headers))
                }
                let bad = try await link(through: "evil.example")
                #expect(bad.hasPrefix("https://evil.example/simulator/3ds/"))
                #expect(try await link(through: "good.example") == bad.replacing("evil", with: "good"))
            }
        }
    }

    @Test("without a proxy and an address of its own, the bank's page is a path, whatever headers say")
    func path() async throws {
        try await TestParts().listen(configuration) { port in
            try await TestBuyer.connected(to: port) { buyer in
                let hold = try await buyer.hold("A1")
                let headers: HTTPFields = [.xForwardedHost: "evil.example", .xForwardedProto: "https"]
                let asked = try await pay(buyer, hold.id, headers: headers)
                #expect(action(asked).hasPrefix("/simulator/3ds/"))
                #expect(try await buyer.get(action(asked)).status == 200)
                let standing = try await buyer.get("/v1/holds/\(hold.id)/payment", headers: headers)
                #expect(action(standing) == action(asked))
            }
        }
    }

    @Test("buyers come back to an address in clean ASCII")
    func cleanReturn() async throws {
        try await TestParts().run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let asked = try await pay(buyer, hold.id, returnURL: "HTTP://Cinema.example:80/kässe/#é%2F\\u0021")
            let back = try await bank(buyer, asked, "complete")
            #expect(back.headers[.location] == "\(Self.site)/k%C3%A4sse/#%C3%A9%2F!")
        }
    }

    @Test(
        "buyers are sent back to the cinema's own pages only",
        arguments: [
            "http://evil.example/", "http://cinema.example.evil.example/", "http://cinema.example@evil.example/",
            "javascript:alert(1)", "/checkout/", "", "https://cinema.example/", "http://cinema.example:8080/",
            #"http://cinema.example/\r\nX: y"#, "http://cinema.example/a b", #"http://cinema.example/\u2028"#,
            #"http://cinema.example/\u0000"#, #"http://cinema.example/\u007f"#,
            #"http://cinema.example\\@evil.example"#,
            "http://cinema.example:80@evil.example/", "http://evil.example#@cinema.example", "http:/cinema.example/",
            "http://cinema.example/\(String(repeating: "x", count: 2000))",
            "http://cinema.example/\(String(repeating: "é", count: 400))", "http://cinemа.example/",
        ])
    func elsewhere(returnURL: String) async throws {
        try await TestParts().run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let answer = try await pay(buyer, hold.id, returnURL: returnURL)
            #expect(answer.status == 422 && answer.code == "invalid_request")
        }
    }

    @Test("of many who come back at once, in two processes, all hear that it is paid, and it is paid once")
    func atOnce() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            _ = try await bank(buyer, try await pay(buyer, hold.id), "complete")
            let id = try #require(HoldID(hold.id))
            let processes = try (1...2).map { _ in try self.checkout(parts) }
            let seen = try await withThrowingTaskGroup(of: PaymentProgress?.self) { group in
                for number in 0..<40 { group.addTask { try await processes[number % 2].progress(of: id) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(seen == [.paid(try await parts.store().order(of: id))])
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("cards are tried ten times a hold, also those that the bank asks about and at the same time")
    func declines() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            _ = try await bank(buyer, try await pay(buyer, hold.id), "fail")
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "declined")
            let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
                for _ in 1...40 { group.addTask { try await buyer.pay(hold.id, "pm_card_visa_chargeDeclined") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0.status == 402 } <= 9 && answers.allSatisfy { [402, 429].contains($0.status) })
            while try await buyer.pay(hold.id, "pm_card_visa_chargeDeclined").status == 402 {}
            let refused = try await buyer.pay(hold.id)
            #expect(refused.status == 429 && refused.code == "too_many_requests")
            #expect(refused.headers[.retryAfter] == "600")
            #expect((refused.json["detail"] as? String)?.contains("box office") == true)
            #expect(try await buyer.metric(#"marquee_payments_total{outcome="declined"}"#) == 10)
            #expect(try await buyer.get("/v1/holds/\(hold.id)").status == 200, "the seats stay held")
            #expect(try await buyer.pay(try await buyer.hold("A2").id).status == 201)
        }
    }

    @Test("who comes back from the bank when the showing has been cancelled pays nothing")
    func cancelledMeanwhile() async throws {
        let parts = try TestParts()
        try await parts.run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            let asked = try await pay(buyer, hold.id)
            try parts.show(.sample(id: "show1", at: parts.now + 86_400, status: .cancelled))
            _ = try await bank(buyer, asked, "complete")
            let progress = try await buyer.get("/v1/holds/\(hold.id)/payment")
            #expect(progress.status == 409 && progress.code == "sales_closed")
            #expect(try await buyer.get("/v1/holds/\(hold.id)/payment").json["status"] as? String == "canceled")
            #expect(try await parts.money() == [0, 0])
        }
    }

    @Test("an unknown question, or an answer that makes no sense, is refused")
    func nonsense() async throws {
        try await TestParts().run(.router, configuration) { buyer in
            let path = "/simulator/3ds/aaaaaaaaaaaaaaaaaaaaaaaaaa"
            let asked = try await buyer.get(path)
            #expect(asked.status == 404 && asked.code == "unknown_payment")
            #expect(try await buyer.call(.post, path, "outcome=complete").code == "unknown_payment")
            #expect(try await buyer.call(.post, path, "outcome=maybe").status == 422)
            #expect(try await buyer.call(.post, path, String(repeating: "x", count: 2000)).status == 413)
        }
    }

    private func action(_ payment: TestAnswer) -> String {
        (payment.json["nextAction"] as? [String: String])?["url"] ?? ""
    }

    private func checkout(_ parts: TestParts) throws -> Checkout {
        Checkout(
            store: try parts.store(), provider: try parts.payments(), environment: parts.environment,
            logger: .init(label: "test"))
    }
}
