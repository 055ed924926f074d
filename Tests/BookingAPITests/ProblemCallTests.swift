import BookingService
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import WebOrigin
import WebService

@Suite("Calls that make no sense")
struct ProblemCallTests {
    @Test("an unknown path gets a problem")
    func notFound() async throws {
        try await TestParts().run { buyer in
            for path in ["/", "/v1", "/v2/holds", "/v1/holds/a/b/c", "/v1/holds/x/payment/y"] {
                let answer = try await buyer.get(path)
                #expect(answer.status == 404 && answer.code == "not_found")
                #expect(answer.headers[.contentType] == "application/problem+json")
            }
        }
    }

    @Test("a method that a path does not know is answered with those it knows")
    func methodNotAllowed() async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.call(.put, "/v1/holds/aaaaaaaaaaaaaaaaaaaaaaaaaa")
            #expect(answer.status == 405 && answer.code == "method_not_allowed")
            #expect(answer.headers[.allow] == "GET, DELETE, HEAD")
            #expect(try await buyer.get("/v1/holds").headers[.allow] == "POST")
            #expect(try await buyer.call(.post, "/health").status == 405)
        }
    }

    @Test("HEAD answers as GET does, without the body")
    func head() async throws {
        try await TestParts().run(.live) { buyer in
            let answer = try await buyer.call(.head, "/v1/showtimes/show1/seats")
            #expect(answer.status == 200 && answer.body.isEmpty && answer.headers[.eTag] != nil)
        }
    }

    @Test(
        "a body of another media type is refused", arguments: ["text/plain", "application/x-www-form-urlencoded", ""])
    func mediaType(_ type: String) async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.call(.post, "/v1/holds", "{}", headers: [.contentType: type])
            #expect(answer.status == 415 && answer.code == "unsupported_media_type")
        }
    }

    private static let good = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#

    @Test(
        "a number that no field can hold is named",
        arguments: ["1e400", "99999999999999999999", "-99999999999999999999", "12.5", "\"12\""])
    func numbers(number: String) async throws {
        try await TestParts().run { buyer in
            let hold = try await buyer.hold("A1")
            let card = #"{"number":"4242424242424242","expMonth":\#(number),"expYear":2034,"cvc":"123"}"#
            let answer = try await buyer.call(
                .post, "/v1/holds/\(hold.id)/payment", #"{"name":"A","email":"a@b.c","payment":{"card":\#(card)}}"#)
            #expect(answer.status == 422 && answer.code == "invalid_request")
        }
    }

    @Test(
        "a body that is no JSON is malformed; one with other content is not valid",
        arguments: [
            ("", 400), ("{", 400), ("nonsense", 400), ("[1,2", 400), ("{}", 422), ("[]", 422), ("null", 422),
            (#"{"showtime":1,"seats":[]}"#, 422), (#"{"showtime":"show1","seats":[{"seat":"A1"}]}"#, 422),
            (#"{"showtime":"show1","seats":{}}"#, 422), ("\u{FEFF}{", 400),
            ("\u{FEFF}\(good)", 400), ("\(good)x", 400), ("\(good)\(good)", 400), ("\(good.dropLast()),}", 400),
            ("\(good.dropLast(2)),]}", 400), (#"{"showtime":"show1",\#(good.dropFirst())"#, 400),
            (#"{"showti\u006de":"show1",\#(good.dropFirst())"#, 400),
            ("\(good.replacing("A1", with: #"A1\ud800"#))", 400),
            ("\(good.dropLast()),\"x\":NaN}", 400), ("\(good.dropLast()),\"x\":01}", 400), ("// x\n\(good)", 400),
            ("\(good.dropLast()),\"x\":\(String(repeating: "[", count: 40) + String(repeating: "]", count: 40))}", 400),
            (good.replacing("\"", with: "'"), 400), ("\(good.dropLast()),\"x\":{\"a\":1,\"a\":1}}", 400),
        ])
    func malformed(body: String, status: Int) async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.call(.post, "/v1/holds", body)
            #expect(answer.status == status && answer.code == "invalid_request")
        }
    }

    @Test("unknown fields are ignored")
    func unknownFields() async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.call(
                .post, "/v1/holds", #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult","x":1}],"y":{}}"#)
            #expect(answer.status == 201)
        }
    }

    @Test("a body that is too large is not read to its end")
    func tooLarge() async throws {
        try await TestParts().run(.live) { buyer in
            let answer = try await buyer.call(.post, "/v1/holds", String(repeating: "x", count: 1_000_000))
            #expect(answer.status == 413 && answer.code == "body_too_large")
        }
    }

    @Test("every answer tells browsers to take it for data", arguments: ["/v1/showtimes/show1/seats", "/nothing"])
    func securityHeaders(_ path: String) async throws {
        try await TestParts().run { buyer in
            let headers = try await buyer.get(path).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        }
    }

    @Test("only scripts of the configured origins may read the answers")
    func crossOrigin() async throws {
        let site = "https://cinema.example"
        let web = WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(site)]))
        try await TestParts().run(.router, BookingConfiguration(web: web)) { buyer in
            let allowed = try await buyer.get("/v1/showtimes/show1/seats", headers: [.origin: site])
            #expect(allowed.headers[.accessControlAllowOrigin] == site)
            let refusal = try await buyer.get("/nothing", headers: [.origin: site])
            #expect(refusal.headers[.accessControlAllowOrigin] == site)
            for other in ["https://evil.example", "null", site + "/", "http://cinema.example"] {
                let answer = try await buyer.get("/v1/showtimes/show1/seats", headers: [.origin: other])
                #expect(answer.headers[.accessControlAllowOrigin] == nil)
                #expect(answer.headers[.vary] == "Origin")
            }
        }
    }

    @Test("a site is let in by the name that browsers send, however its own was written")
    func internationalOrigin() async throws {
        for spelling in ["https://königskino.example", "https://xn--KNIGSKINO-07A.example:443"] {
            let configuration = BookingConfiguration(
                web: WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(spelling)])))
            try await TestParts().run(.router, configuration) { buyer in
                let sent = "https://xn--knigskino-07a.example"
                let answer = try await buyer.get("/v1/showtimes/show1/seats", headers: [.origin: sent])
                #expect(answer.headers[.accessControlAllowOrigin] == sent)
            }
        }
    }

    @Test("a preflight is granted to the configured origins alone")
    func preflight() async throws {
        let site = "https://cinema.example"
        let web = WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(site)]))
        try await TestParts().run(.router, BookingConfiguration(web: web)) { buyer in
            func ask(_ origin: String) async throws -> TestAnswer {
                try await buyer.call(
                    .options, "/v1/holds", headers: [.origin: origin, .accessControlRequestMethod: "POST"])
            }
            let granted = try await ask(site)
            #expect(granted.status == 204)
            #expect(granted.headers[.accessControlAllowHeaders]?.contains("Idempotency-Key") == true)
            #expect(granted.headers[.accessControlAllowMethods]?.contains("DELETE") == true)
            #expect(try await ask("https://evil.example").headers[.accessControlAllowOrigin] == nil)
        }
    }
}
