import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import BookingAPI

@Suite("Limits of connections", .timeLimit(.minutes(10)))
struct LimitTests {
    @Test("a head that does not end in time is answered with 408", arguments: ["GET /health HTTP/1.1\r\nHos", "G"])
    func slowHead(beginning: String) async throws {
        var limits = ServerLimits()
        // As long for the first byte, which a busy machine may send late.
        limits.headTimeout = .seconds(5)
        try await TestParts().listen(ServerConfiguration(limits: limits)) { port in
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
        try await TestParts().listen(ServerConfiguration(limits: limits)) { port in
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
        try await TestParts().listen(ServerConfiguration(limits: limits)) { port in
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
        try await TestParts().listen(ServerConfiguration(limits: limits)) { port in
            let first = try await TestConnection(to: port)
            let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#
            try await first.send(Self.post("{", length: body.utf8.count))
            try await TestBuyer.connected(to: port) { buyer in
                while try await buyer.metric("marquee_http_requests_in_flight") < 2 { try Task.checkCancellation() }
                let refused = try await buyer.seats()
                #expect(refused.status == 503 && refused.code == "overloaded")
                #expect(refused.headers[.retryAfter] == "1")
                #expect(try await buyer.get("/health").status == 200)
                try await first.send(String(body.dropFirst()))
                #expect(await first.readAnswer().hasPrefix("HTTP/1.1 201 "))
                #expect(try await buyer.seats().held == ["A1"])
                #expect(try await buyer.metric(#"marquee_http_rejected_total{code="overloaded"}"#) == 1)
            }
        }
    }

    private static func post(_ beginning: String, length: Int) -> String {
        """
        POST /v1/holds HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        Content-Length: \(length)\r
        \r
        \(beginning)
        """
    }
}

@Suite("How long a connection may take")
struct ConnectionClockTests {
    private static let start = NIODeadline.now()
    private var clock = ConnectionClock(ServerLimits(), at: start)

    private func at(_ seconds: Int64) -> NIODeadline { Self.start + .seconds(seconds) }

    @Test("a head has ten seconds from its first byte, however many follow")
    mutating func head() {
        clock.bytesArrived(at: at(50))
        clock.bytesArrived(at: at(59))
        #expect(clock.overdue(at: at(59)) == nil && clock.overdue(at: at(60)) == .head)
    }

    @Test("a body has twenty seconds from the end of the head")
    mutating func body() {
        clock.bytesArrived(at: at(0))
        clock.headArrived(at: at(5))
        clock.bytesArrived(at: at(24))
        #expect(clock.overdue(at: at(24)) == nil && clock.overdue(at: at(25)) == .body)
    }

    @Test("to think has no limit; to take what waits has, whatever is written behind it")
    mutating func answer() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(1))
        clock.bytesWait(0, of: 0, at: at(1000))
        #expect(clock.overdue(at: at(1000)) == nil)
        for second in Int64(1000)...1029 {
            // A thousand bytes more each second, of which one is taken.
            let seconds = Int(second) - 1000
            clock.bytesWait(5000 + 999 * seconds, of: 5000 + 1000 * seconds, at: at(second))
            #expect(clock.overdue(at: at(second)) == nil)
        }
        #expect(clock.overdue(at: at(1030)) == .answer)
    }

    @Test("who takes answers as they come may take any number of them")
    mutating func manyAnswers() {
        for second in Int64(0)...1000 {
            let seconds = Int(second)
            // What is written in a second is taken within 25.
            clock.bytesWait(25_000, of: 25_000 + 1000 * seconds, at: at(second))
            #expect(clock.overdue(at: at(second)) == nil)
        }
        clock.bytesWait(0, of: 1_025_000, at: at(1001))
        #expect(clock.idleSince != nil)
    }

    @Test("the body of a further request has its time from the answer to the one before")
    mutating func furtherBody() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.headArrived(at: at(1))
        #expect(clock.overdue(at: at(100)) == nil)
        clock.answerEnded(at: at(100))
        #expect(clock.overdue(at: at(119)) == nil && clock.overdue(at: at(120)) == .body)
    }

    @Test("after it was told to stop, a connection has eight seconds for what it has begun, however often it is told")
    mutating func stop() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.stop(at: at(10))
        clock.stop(at: at(17))
        #expect(clock.overdue(at: at(17)) == nil && clock.overdue(at: at(18)) == .stop)
    }

    @Test("the head of a further request has its time from the answer to the one before")
    mutating func furtherHead() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.bytesArrived(at: at(1))
        #expect(clock.overdue(at: at(20)) == nil)
        clock.answerEnded(at: at(20))
        #expect(clock.overdue(at: at(29)) == nil && clock.overdue(at: at(30)) == .head)
    }

    @Test("a connection may rest for a minute, once it has said something")
    mutating func idle() {
        #expect(clock.overdue(at: at(9)) == nil && clock.overdue(at: at(10)) == .idle)
        clock.bytesArrived(at: at(9))
        clock.headArrived(at: at(9))
        clock.requestEnded(at: at(9))
        #expect(clock.idleSince == nil)
        clock.answerEnded(at: at(70))
        #expect(clock.idleSince == at(70))
        #expect(clock.overdue(at: at(129)) == nil && clock.overdue(at: at(130)) == .idle)
    }
}
