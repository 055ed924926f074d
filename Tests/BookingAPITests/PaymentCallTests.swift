import Foundation
import HTTPTypes
import Testing

@Suite("Paying")
struct PaymentCallTests {
    @Test("a payment turns the hold into an order with a ticket for each seat")
    func paid() async throws {
        try await TestParts().run { buyer in
            let hold = try await buyer.hold("A1", "A2")
            let paid = try await buyer.pay(hold.id)
            #expect(paid.status == 201)
            #expect(paid.headers[.location] == "/v1/orders/\(paid.orderID)")
            #expect(paid.order["status"] as? String == "paid")
            let order = try await buyer.get("/v1/orders/\(paid.orderID)")
            var body = order.json
            #expect(body.removeValue(forKey: "showing") != nil, "told only where an order is asked for")
            #expect(order.status == 200 && NSDictionary(dictionary: body).isEqual(to: paid.order))
            let tickets = try #require(order.json["tickets"] as? [[String: Any]])
            #expect(tickets.map { $0["seat"] as? String } == ["A1", "A2"])
            for ticket in tickets {
                let id = try #require(ticket["id"] as? String)
                #expect(try await buyer.get("/v1/tickets/\(id)").json["seat"] as? String == ticket["seat"] as? String)
                #expect(ticket["png"] as? String == "/v1/tickets/\(id).png")
            }
        }
    }

    @Test("a paid hold says where its order is, and is not paid twice")
    func completed() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            let order = try await buyer.pay(hold.id).orderID
            for answer in [
                try await buyer.get("/v1/holds/\(hold.id)"), try await buyer.pay(hold.id),
                try await buyer.call(.post, "/v1/holds/\(hold.id)/extend"),
                try await buyer.call(.delete, "/v1/holds/\(hold.id)"),
            ] {
                #expect(answer.status == 409 && answer.code == "hold_completed")
                #expect(answer.json["order"] as? String == order)
            }
            #expect(try await parts.money() == [0, 1250])
        }
    }

    @Test("a decline says why, and leaves the hold to be paid with another card")
    func declined() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            let declined = try await buyer.pay(hold.id, "pm_card_visa_chargeDeclinedInsufficientFunds")
            #expect(declined.status == 402 && declined.code == "payment_declined")
            #expect(declined.json["declineCode"] as? String == "insufficient_funds")
            #expect(declined.headers[.contentType] == "application/problem+json")
            #expect(try await parts.money() == [0, 0])
            let still = try await buyer.get("/v1/holds/\(hold.id)")
            #expect(still.body == hold.body)
            #expect(try await buyer.pay(hold.id).status == 201)
        }
    }

    @Test("a card may be given by its number")
    func card() async throws {
        try await TestParts().run { buyer in
            func pay(_ number: String, _ hold: String) async throws -> TestAnswer {
                try await buyer.call(
                    .post, "/v1/holds/\(hold)/payment",
                    """
                    {"name":"Ada","email":"ada@example.org","payment":{"card":{"number":"\(number)","expMonth":12,\
                    "expYear":2034,"cvc":"123"}}}
                    """)
            }
            let hold = try await buyer.hold("A1")
            let real = try await pay("4111111111111111", hold.id)
            #expect(real.status == 402 && real.json["declineCode"] as? String == "test_mode_live_card")
            #expect(try await pay("4242 4242 4242 4242", hold.id).status == 201)
        }
    }

    @Test(
        "what is missing or wrong is named",
        arguments: [
            (#"{"email":"ada@example.org","payment":{"method":"pm_card_visa"}}"#, "'name' is missing"),
            (#"{"name":"Ada","email":"ada","payment":{"method":"pm_card_visa"}}"#, "email: give"),
            (#"{"name":" ","email":"a@b.c","payment":{"method":"pm_card_visa"}}"#, "name: give"),
            (#"{"name":"Ada","email":"a@b.c","payment":{}}"#, "payment: give"),
            (
                #"{"name":"Ada","email":"a@b.c","payment":{"card":{"number":42,"expMonth":1,"expYear":2030,"cvc":"1"}}}"#,
                "'payment.card.number' has the wrong type"
            ),
        ])
    func invalid(body: String, detail: String) async throws {
        try await TestParts().run { buyer in
            let hold = try await buyer.hold("A1")
            let answer = try await buyer.call(.post, "/v1/holds/\(hold.id)/payment", body)
            #expect(answer.status == 422 && answer.code == "invalid_request")
            #expect((answer.json["detail"] as? String)?.hasPrefix(detail) == true)
        }
    }

    @Test(
        "unguessable ids that nobody was given lead nowhere",
        arguments: [
            ("/v1/holds/", "unknown_hold"), ("/v1/orders/", "unknown_order"), ("/v1/tickets/", "unknown_ticket"),
        ])
    func unknown(path: String, code: String) async throws {
        try await TestParts().run { buyer in
            for id in ["x", "aaaaaaaaaaaaaaaaaaaaaaaaaa"] {
                let answer = try await buyer.get(path + id)
                #expect(answer.status == 404 && answer.code == code)
            }
        }
    }
}
