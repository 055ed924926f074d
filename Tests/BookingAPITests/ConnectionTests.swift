import Foundation
import Testing
import WebService

@testable import BookingService

@Suite("Connections that take more than their share", .timeLimit(.minutes(2)))
struct ConnectionTests {
    private static func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n" }

    @Test("of requests that nobody hears the answers to, only so many are read")
    func unreadRequests() async throws {
        try await TestParts().listen { port in
            let deaf = try await TestConnection(to: port, reads: false)
            let sending = Task { try await deaf.send(String(repeating: Self.get("/metrics"), count: 50_000)) }
            defer { sending.cancel() }
            try await TestBuyer.connected(to: port) { buyer in
                let route = #"marquee_http_requests_total{method="GET",route="/metrics",status="200"}"#
                var (answered, before) = (0, -1)
                // Each of our own questions is counted as well.
                while answered > before + 1 {
                    before = answered
                    for _ in 1...50 { _ = try await buyer.seats() }
                    answered = try await buyer.metric(route)
                }
                #expect(answered < 5000)
            }
        }
    }

    @Test("who does not take an answer is let go")
    func untakenAnswer() async throws {
        var limits = ServerLimits()
        limits.answerTimeout = .seconds(1)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            let deaf = try await TestConnection(to: port, reads: false)
            // More answers than the buffers of two sockets take.
            let sending = Task { try await deaf.send(String(repeating: Self.get("/metrics"), count: 50_000)) }
            try await TestBuyer.connected(to: port) { buyer in
                let cut = #"marquee_connections_cut_total{reason="answer_not_taken"}"#
                while try await buyer.metric(cut) == 0 {}
            }
            sending.cancel()
            _ = try? await deaf.close()
        }
    }

    @Test("a new connection has as long for its first byte as for a head")
    func silence() async throws {
        var limits = ServerLimits()
        limits.headTimeout = .seconds(1)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            let silent = try await TestConnection(to: port)
            #expect(await silent.readToEnd() == "")
        }
    }

    /// Runs `body` with the port of a program to which nobody else has a connection.
    private func serve(_ options: String..., body: (Int) async throws -> Void) async throws {
        try await serve(options, body: body)
    }

    private func serve(_ options: [String], body: (Int) async throws -> Void) async throws {
        let folder = try TestFolder()
        let program = try await TestProgram(catalog: folder.catalog, store: folder.store, options: options)
        try await body(program.port)
        #expect(await program.stop() == 0)
    }

    @Test("a client address has so many connections; a further one is told why, and gets the place of one that ends")
    func perClient() async throws {
        try await serve("--connections-per-client", "2") { port in
            let first = try await TestConnection(to: port)
            let second = try await TestConnection(to: port)
            for connection in [first, second] {
                try await connection.send(Self.get("/health"))
                #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 200 "))
            }
            let third = try await TestConnection(to: port).readToEnd()
            #expect(third.hasPrefix("HTTP/1.1 429 ") && third.contains(#""code":"too_many_requests""#))
            #expect(third.contains("connection: close\r\n") && third.contains("Retry-After: 10\r\n"))
            #expect(third.contains("box office"))
            try await first.send(Self.get("/metrics"))
            #expect(await first.readAnswer().contains(#"marquee_connections_cut_total{reason="client_limit"} 1"#))
            try await second.close()
            var answer = ""
            while !answer.hasPrefix("HTTP/1.1 200 ") {
                let next = try await TestConnection(to: port)
                try? await next.send(Self.get("/health"))
                answer = await next.readAnswer()
            }
        }
    }

    @Test(
        "a proxy has as many connections as it needs: one that is trusted, and one that was forgotten once it forwards")
    func proxies() async throws {
        for proxies in [["--trusted-proxy", "127.0.0.1"], []] {
            try await serve(["--connections-per-client", "1"] + proxies) { port in
                var connections: [TestConnection] = []
                for _ in 1...5 {
                    let connection = try await TestConnection(to: port)
                    try await connection.send(
                        "GET /health HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.7\r\n\r\n")
                    #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 200 "))
                    connections.append(connection)
                }
            }
        }
    }

    @Test("where all connections are taken, the one that has been idle longest goes for a new one, and no other")
    func room() async throws {
        try await serve("--max-connections", "4") { port in
            var connections: [TestConnection] = []
            for _ in 1...4 {
                let connection = try await TestConnection(to: port)
                try await connection.send(Self.get("/health"))
                #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 200 "))
                connections.append(connection)
            }
            // The first is no longer idle longest; the third has begun something.
            try await connections[0].send(Self.get("/health"))
            #expect(await connections[0].readAnswer().hasPrefix("HTTP/1.1 200 "))
            try await connections[2].send("GET /hea")
            let newcomer = try await TestConnection(to: port)
            #expect(await connections[1].readToEnd() == "")
            try await newcomer.send(Self.get("/metrics"))
            let metrics = await newcomer.readAnswer()
            #expect(metrics.hasPrefix("HTTP/1.1 200 "))
            #expect(metrics.contains(#"marquee_connections_cut_total{reason="idle_longest"} 1"#))
            try await connections[2].send("lth HTTP/1.1\r\nHost: x\r\n\r\n")
            for index in [2, 3, 0] {
                if index != 2 { try await connections[index].send(Self.get("/health")) }
                #expect(await connections[index].readAnswer().hasPrefix("HTTP/1.1 200 "))
            }
        }
    }
}

@Suite("Who waits to be told to send a body", .timeLimit(.minutes(2)))
struct ContinueTests {
    private static let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#

    private static func head(
        _ target: String = "POST /v1/holds", length: Int = body.utf8.count, type: String = "application/json",
        expecting expectation: String = "100-continue"
    ) -> String {
        """
        \(target) HTTP/1.1\r
        Host: x\r
        Content-Type: \(type)\r
        Content-Length: \(length)\r
        Expect: \(expectation)\r
        \r

        """
    }

    @Test("it is told, and then answered; so is the next over the same connection")
    func goesOn() async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            for status in [201, 409] {
                try await connection.send(Self.head())
                #expect(await connection.readAnswer() == "HTTP/1.1 100 Continue\r\n\r\n")
                try await connection.send(Self.body)
                #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }

    @Test("who does not wait is answered once")
    func impatient() async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send(Self.head() + Self.body)
            let answer = await connection.readAnswer()
            let final = answer.hasPrefix("HTTP/1.1 100 ") ? await connection.readAnswer() : answer
            #expect(final.hasPrefix("HTTP/1.1 201 "))
        }
    }

    @Test(
        "what the head decides is answered at once, and the connection ends",
        arguments: [
            (head(length: 65_537), 413), (head(type: "text/plain"), 415), (head("POST /nothing"), 404),
            (head("PUT /v1/holds"), 405), (head(expecting: "a-miracle"), 417), (head("GET /health"), 200),
            (head("POST /v1/orders/x/refund"), 403),
        ])
    func decided(head: String, status: Int) async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send(head)
            let answer = await connection.readToEnd()
            #expect(
                answer.hasPrefix("HTTP/1.1 \(status) ") && answer.lowercased().contains("\r\nconnection: close\r\n"))
            #expect(answer.ranges(of: "HTTP/1.1 ").count == 1)
        }
    }

    @Test("a length beyond the limit is refused though nothing is sent and nobody waits, in its turn")
    func tooLong() async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send(
                "GET /health HTTP/1.1\r\nHost: x\r\n\r\nPOST /v1/holds HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Length: 1000000000\r\n\r\n")
            #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 200 "))
            #expect(await connection.readToEnd().hasPrefix("HTTP/1.1 413 "))
        }
    }
}
