import Foundation
import HTTPTypes
import Testing

@Suite("The log", .timeLimit(.minutes(10)))
struct LogTests {
    @Test("nothing that is secret is in the log of the program, however much it logs", arguments: ["json", "text"])
    func secrets(format: String) async throws {
        let folder = try TestFolder()
        let program = try await folder.start(
            "--log-format", format, "--log-level", "trace", "--allow-origin", "https://cinema.example",
            "--payments-per-minute", "3", "--max-requests", "64")
        var secrets = try await useEverything(program.port)
        #expect(await program.stop() == 0)
        secrets += [
            "Ada", "Lovelace", "ada@example.org", "4242424242424242", "4000000000000002", "pm_card",
            "a-secret-key-of-mine",
            "203.0.113.77", "evil.example", "A1", "B7", "secret-path", "secret-query", "secret-header", "secret-body",
        ]
        let log = program.log
        for secret in secrets {
            #expect(!secret.isEmpty && !log.contains(secret), "the log has '\(secret)'")
        }
        // The security code; a time may have its digits.
        #expect(!log.split { !$0.isNumber && $0 != "." }.contains("987"))
        // It does log: a log with nothing in it has no secrets either.
        #expect(log.contains("/v1/holds/{id}/payment") && log.contains("402"))
        guard format == "json" else { return }
        for line in log.split(separator: "\n") {
            let fields = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
            #expect(fields["time"] is String && fields["level"] is String && fields["message"] is String)
        }
    }

    @Test("a format or level that does not exist is named")
    func badOptions() async throws {
        let format = try await TestProgram.run("--log-format", "xml")
        #expect(format.status != 0 && format.errors.contains("--log-format: 'xml' is none of json, text"))
        let level = try await TestProgram.run(environment: ["MARQUEE_LOG_LEVEL": "loud"])
        #expect(level.status != 0 && level.errors.contains("--log-level: 'loud' is none of trace, debug"))
    }

    /// Calls of all kinds, also such as are refused.
    /// - Returns: what was given out meanwhile that only its owner may know.
    private func useEverything(_ port: Int) async throws -> [String] {
        let ids = try await TestBuyer.connected(to: port) { buyer in
            let hold = try await buyer.hold("A1", key: "a-secret-key-of-mine")
            _ = try await buyer.hold("A1")
            _ = try await buyer.hold("B7", showtime: "secret-body")
            _ = try await buyer.get("/v1/holds/\(hold.id)")
            _ = try await buyer.call(.post, "/v1/holds/\(hold.id)/extend")
            _ = try await buyer.call(.put, "/v1/holds/\(hold.id)")
            _ = try await buyer.call(.post, "/v1/holds", #"{"secret-body": "#)
            _ = try await buyer.call(.post, "/v1/holds", #"{"showtime":["secret-body"],"seats":[]}"#)
            _ = try await buyer.call(
                .post, "/v1/holds/\(hold.id)/payment",
                #"""
                {"name":"Ada Lovelace","email":"ada@example.org",
                 "payment":{"card":{"number":"4000000000000002","expMonth":12,"expYear":2040,"cvc":"987"}}}
                """#)
            let paid = try await buyer.pay(hold.id, key: "a-secret-key-of-mine-2")
            let tickets = try #require(paid.order["tickets"] as? [[String: Any]])
            let ticket = try #require(tickets[0]["id"] as? String)
            let code = try #require(try await buyer.get("/v1/tickets/\(ticket)").json["code"] as? String)
            _ = try await buyer.get("/v1/tickets/\(ticket).png?scale=secret-query")
            _ = try await buyer.get("/v1/orders/\(paid.orderID)")
            for _ in 1...3 { _ = try await buyer.pay(hold.id) }
            _ = try await buyer.get("/secret-path?secret-query", headers: [.origin: "https://evil.example"])
            return [hold.id, paid.orderID, ticket, code]
        }
        for bytes in [
            "GET /secret-path HTTP/1.1\r\nX: secret-header\r\n\u{0}\r\n\r\n", "secret-header\r\n\r\n",
            "GET /" + String(repeating: "secret-path", count: 4000) + " HTTP/1.1\r\n\r\n",
            "GET /v1/showtimes/secret-path/live HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.77\r\nConnection: close\r\n\r\n",
        ] {
            let connection = try await TestConnection(to: port)
            try await connection.send(bytes)
            _ = await connection.readToEnd()
        }
        let watcher = try await TestWatcher(at: port)
        _ = try await watcher.message()
        try await watcher.send(1, Array("secret-body".utf8), isMasked: false)
        _ = await watcher.closeCode()
        #expect(try await TestWatcher(at: port, headers: "Origin: https://evil.example\r\n").status == 403)
        return ids
    }
}
