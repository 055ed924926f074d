import Foundation
import HTTPTypes
import Testing
import WebService

@testable import BookingService

@Suite("Limits of connections", .timeLimit(.minutes(10)))
struct LimitTests {
    @Test("a head that does not end in time is answered with 408", arguments: ["GET /health HTTP/1.1\r\nHos", "G"])
    func slowHead(beginning: String) async throws {
        var limits = ServerLimits()
        // As long for the first byte, which a busy machine may send late.
        limits.headTimeout = .seconds(5)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            let slow = try await TestConnection(to: port)
            try await slow.send(beginning)
            let answer = await slow.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 408 ") && answer.contains(#""code":"request_timeout""#))
        }
    }

    @Test("a body that does not end in time is answered with 408, by the route that waits for it")
    func slowBody() async throws {
        var limits = ServerLimits()
        limits.bodyTimeout = .seconds(1)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            let slow = try await TestConnection(to: port)
            try await slow.send(Self.post("{", length: 100))
            let answer = await slow.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 408 ") && answer.contains(#""code":"request_timeout""#))
            #expect(answer.contains("connection: close\r\n"))
        }
    }

    @Test("a connection without a request is closed, before the first as after it")
    func idle() async throws {
        var limits = ServerLimits()
        limits.idleTimeout = .seconds(5)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            #expect(try await TestConnection(to: port).readToEnd() == "")
            let used = try await TestConnection(to: port)
            try await used.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await used.readToEnd().hasSuffix("\r\n\r\nok\n"))
        }
    }

    @Test(
        "too many or too long headers are answered with 431",
        arguments: [
            String(repeating: "X: y\r\n", count: 101), "X: " + String(repeating: "y", count: 40_000) + "\r\n",
            String(repeating: "X-Long: " + String(repeating: "y", count: 1000) + "\r\n", count: 40),
        ])
    func headers(flood: String) async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send("GET /health HTTP/1.1\r\nHost: x\r\n" + flood + "\r\n")
            let answer = await connection.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 431 ") && answer.contains(#""code":"headers_too_large""#))
        }
    }

    @Test(
        "what is no HTTP is answered with 400",
        arguments: ["NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\r\n"])
    func nonsense(bytes: String) async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send(bytes)
            let answer = await connection.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 400 ") && answer.contains(#""code":"invalid_request""#))
        }
    }

    @Test("requests in one breath are answered in their order")
    func pipeline() async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            let paths = ["/health", "/nothing", "/ready", "/health"]
            try await connection.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
            for status in [200, 404, 200, 200] {
                #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }

    @Test("the connection ends after the answer to a client of HTTP/1.0, or to an upgrade that is not had here")
    func endOfConnection() async throws {
        try await TestParts().listen { port in
            for request in [
                "GET /health HTTP/1.0\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
            ] {
                let connection = try await TestConnection(to: port)
                try await connection.send(request)
                let answer = await connection.readToEnd()
                #expect(answer.contains(" 200 OK\r\n") && answer.contains("connection: close\r\n"))
            }
        }
    }

    @Test("requests beyond the bound are answered with 503, but for those of who watches over the server")
    func requestsAtOnce() async throws {
        let limits = ServerLimits(maximumRequests: 1)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            let first = try await TestConnection(to: port)
            let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#
            // Whoever is told to go on is being served: no other request is under way meanwhile that could take its place.
            try await first.send(Self.post(length: body.utf8.count, field: "Expect: 100-continue\r\n"))
            #expect(await first.readAnswer().hasPrefix("HTTP/1.1 100 "))
            try await TestBuyer.connected(to: port) { buyer in
                #expect(try await buyer.metric("marquee_http_requests_in_flight") == 2)
                let refused = try await buyer.seats()
                #expect(refused.status == 503 && refused.code == "overloaded")
                #expect(refused.headers[.retryAfter] == "1")
                #expect(try await buyer.get("/health").status == 200)
                try await first.send(body)
                #expect(await first.readAnswer().hasPrefix("HTTP/1.1 201 "))
                #expect(try await buyer.seats().held == ["A1"])
                #expect(try await buyer.metric(#"marquee_http_rejected_total{code="overloaded"}"#) == 1)
            }
        }
    }

    private static func post(_ beginning: String = "", length: Int, field: String = "") -> String {
        """
        POST /v1/holds HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        Content-Length: \(length)\r
        \(field)\r
        \(beginning)
        """
    }
}
