import BookingService
import Cinema
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("Holding seats")
struct HoldCallTests {
    @Test("the language of the page is taken if it is one", arguments: [("pt-BR", 201), ("pt_BR", 422), ("", 422)])
    func language(tag: String, status: Int) async throws {
        try await TestParts().run { buyer in
            let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}],"language":"\#(tag)"}"#
            let answer = try await buyer.call(.post, "/v1/holds", body)
            #expect(answer.status == status)
        }
    }

    @Test("a hold says its seats, prices, total and end, and where it is")
    func created() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("H1", "A8")
            #expect(hold.status == 201)
            #expect(hold.headers[.location] == "/v1/holds/\(hold.id)")
            #expect(hold.headers[.cacheControl] == "no-store")
            let seats = try #require(hold.json["seats"] as? [[String: Any]])
            #expect(seats.map { $0["seat"] as? String } == ["H1", "A8"])
            #expect(seats.map { ($0["price"] as? [String: Any])?["amount"] as? Int } == [1250, 1550])
            let total = try #require(hold.json["total"] as? [String: Any])
            #expect(total["amount"] as? Int == 2800 && total["currency"] as? String == "EUR")
            #expect(hold.json["expiresAt"] as? String == "2027-01-15T08:10:00.000Z")
            #expect(try await buyer.get("/v1/holds/\(hold.id)").body == hold.body)
        }
    }

    @Test("taken seats are named, and nothing is held")
    func taken() async throws {
        try await TestParts().run { buyer in
            _ = try await buyer.hold("A2")
            let late = try await buyer.hold("A1", "A2", "A3")
            #expect(late.status == 409 && late.code == "seats_unavailable" && late.seats == ["A2"])
            #expect(try await buyer.seats().held == ["A2"])
        }
    }

    @Test(
        "each refusal has its code",
        arguments: [
            ("nothing", ["A1"], "adult", 404, "unknown_showtime"), ("cancelled", ["A1"], "adult", 409, "sales_closed"),
            ("past", ["A1"], "adult", 409, "sales_closed"), ("show1", ["ZZ1"], "adult", 422, "unknown_seat"),
            ("show1", ["A1"], "robot", 422, "unknown_ticket_type"), ("show1", [], "adult", 422, "invalid_request"),
            ("show1", ["A1", "A1"], "adult", 422, "invalid_request"),
            ("show1", (1...11).map { "B\($0)" }, "adult", 422, "too_many_seats"),
        ])
    func refused(showtime: String, seats: [String], type: String, status: Int, code: String) async throws {
        try await TestParts().run { buyer in
            let wanted = seats.map { #"{"seat":"\#($0)","ticketType":"\#(type)"}"# }.joined(separator: ",")
            let answer = try await buyer.call(.post, "/v1/holds", #"{"showtime":"\#(showtime)","seats":[\#(wanted)]}"#)
            #expect(answer.status == status && answer.code == code)
        }
    }

    @Test(
        "the words of a request are never more than words",
        arguments: [
            "'; DROP TABLE claim; --", "A1' OR '1'='1", "\\u0000", "💺",
        ])
    func injection(_ text: String) async throws {
        try await TestParts().run { buyer in
            let answers = [
                try await buyer.hold(text), try await buyer.hold("A1", showtime: text),
                try await buyer.hold("A1", type: text), try await buyer.hold("A1"),
            ]
            #expect(answers.map(\.status) == [422, 404, 422, 201])
        }
    }

    @Test("a hold ends on the dot")
    func expiry() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            parts.advance(599)
            #expect(try await buyer.get("/v1/holds/\(hold.id)").status == 200)
            parts.advance(1)
            for answer in [
                try await buyer.get("/v1/holds/\(hold.id)"),
                try await buyer.call(.post, "/v1/holds/\(hold.id)/extend"),
                try await buyer.call(.delete, "/v1/holds/\(hold.id)"),
                try await buyer.pay(hold.id),
            ] {
                #expect(answer.status == 410 && answer.code == "hold_expired")
            }
            #expect(try await buyer.hold("A1").status == 201)
        }
    }

    @Test("an extension is granted up to 30 minutes in all")
    func extending() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            for _ in 1...3 {
                parts.advance(590)
                #expect(try await buyer.call(.post, "/v1/holds/\(hold.id)/extend").status == 200)
            }
            let refused = try await buyer.call(.post, "/v1/holds/\(hold.id)/extend")
            #expect(refused.status == 409 && refused.code == "extension_limit")
        }
    }

    @Test("a released hold is gone")
    func released() async throws {
        try await TestParts().run { buyer in
            let hold = try await buyer.hold("A1")
            #expect(try await buyer.call(.delete, "/v1/holds/\(hold.id)").status == 204)
            #expect(try await buyer.get("/v1/holds/\(hold.id)").code == "unknown_hold")
            #expect(try await buyer.seats().held == [])
        }
    }

    @Test("a hold keeps its price and ends well, though the catalog changes its prices or loses the showtime")
    func frozen() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let first = try await buyer.hold("A1")
            try parts.show(.sample(id: "show1", at: parts.now + 86_400, adult: 9900))
            let second = try await buyer.hold("A2")
            #expect((second.json["total"] as? [String: Any])?["amount"] as? Int == 9900)
            parts.cancelShowings()
            let order = try await buyer.pay(first.id).order
            #expect((order["total"] as? [String: Any])?["amount"] as? Int == 1250)
        }
    }

    @Test("a client that holds too often is asked to wait; others are not")
    func rateLimit() async throws {
        let parts = try TestParts()
        try await parts.run(.router, .init(holdsPerMinute: 2)) { buyer in
            #expect(try await buyer.hold("A1").status == 201)
            #expect(try await buyer.hold("A2").status == 201)
            let refused = try await buyer.hold("A3")
            #expect(refused.status == 429 && refused.code == "too_many_requests")
            #expect(refused.headers[.retryAfter] == "30")
            parts.advance(30)
            #expect(try await buyer.hold("A3").status == 201)
        }
    }
}
