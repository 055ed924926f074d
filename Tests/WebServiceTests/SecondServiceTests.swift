import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import ServiceLifecycle
import Testing
import WebOrigin

@testable import WebService

@Suite("A second service, which is a page of wiring", .timeLimit(.minutes(2)))
struct SecondServiceTests {
    private static let site = "https://cinema.example"

    private func run(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        let web = WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(Self.site)]))
        try await NoteService(configuration: web).application(logger: Logger(label: "notes")).test(.live, body)
    }

    private func post(_ client: any TestClientProtocol, _ json: String, key: String? = nil) async throws -> TestResponse
    {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.idempotencyKey] = key
        return try await client.executeRequest(
            uri: "/v1/notes", method: .post, headers: headers, body: ByteBuffer(string: json))
    }

    private func get(
        _ client: any TestClientProtocol, _ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: method, headers: headers, body: nil)
    }

    @Test("it answers, and what it answers is data and nothing else")
    func answers() async throws {
        try await run { client in
            #expect(try await post(client, #""one""#).status == .created)
            let all = try await get(client, "/v1/notes")
            #expect(all.status == .ok && String(buffer: all.body) == #"["one"]"#)
            #expect(all.headers[.contentType] == "application/json" && all.headers[.cacheControl] == "no-store")
            #expect(all.headers[.xContentTypeOptions] == "nosniff")
            #expect(String(buffer: try await get(client, "/v1/notes/0").body) == #""one""#)
        }
    }

    @Test(
        "what it refuses is a problem, with a code of all services or one of its own",
        arguments: [
            ("/v1/nothing", HTTPRequest.Method.get, 404, "not_found"), ("/v1/notes/7", .get, 404, "unknown_note"),
            ("/v1/notes", .delete, 405, "method_not_allowed"), ("/v1/notes", .post, 415, "unsupported_media_type"),
        ])
    func problems(path: String, method: HTTPRequest.Method, status: Int, code: String) async throws {
        try await run { client in
            let refusal = try await get(client, path, method: method)
            #expect(refusal.status.code == status)
            #expect(refusal.headers[.contentType] == "application/problem+json")
            #expect(String(buffer: refusal.body).contains(#""code":"\#(code)""#))
            if status == 405 { #expect(refusal.headers[.allow] == "GET, POST, HEAD") }
        }
    }

    @Test("a call that is repeated under its key has its effect once, and another one may not have the key")
    func repeated() async throws {
        try await run { client in
            let key = "one-key-for-one-note"
            let first = try await post(client, #""once""#, key: key)
            let second = try await post(client, #""once""#, key: key)
            #expect(first.status == .created && second.status == .created && first.body == second.body)
            #expect(first.headers[.idempotencyReplayed] == nil && second.headers[.idempotencyReplayed] == "true")
            #expect(String(buffer: try await get(client, "/v1/notes").body) == #"["once"]"#)
            #expect(try await post(client, #""twice""#, key: key).status == .unprocessableContent)
        }
    }

    @Test("scripts of the configured site may read its answers, and those of no other")
    func crossOrigin() async throws {
        try await run { client in
            for (origin, allowed) in [(Self.site, Self.site), ("https://evil.example", nil)] {
                let answer = try await get(client, "/v1/notes", headers: [.origin: origin])
                #expect(answer.headers[.accessControlAllowOrigin] == allowed)
            }
        }
    }

    @Test("it tells how it is, by itself and by its numbers")
    func status() async throws {
        try await run { client in
            #expect(String(buffer: try await get(client, "/health").body) == "ok\n")
            #expect(try await get(client, "/ready").status == .ok)
            for note in 1...3 { #expect(try await post(client, "\"\(note)\"").status == .created) }
            #expect(try await get(client, "/ready").status == .serviceUnavailable)
            let metrics = String(buffer: try await get(client, "/metrics").body)
            for line in [
                #"marquee_http_requests_total{method="POST",route="/v1/notes",status="201"} 3"#, "marquee_notes 3",
            ] {
                #expect(metrics.contains("\n\(line)\n"), "\(line)")
            }
        }
    }

    @Test("told to stop, it ends by itself")
    func stops() async throws {
        let (listening, listens) = AsyncStream<Void>.makeStream()
        let logger = Logger(label: "notes") { _ in
            JSONLogHandler(
                level: .notice, output: LogOutput { if $0.contains("listening on http://") { listens.yield() } })
        }
        let application = NoteService(configuration: WebConfiguration()).application(logger: logger)
        let group = ServiceGroup(services: [application], logger: logger)
        async let end: Void = group.run()
        _ = await listening.first { true }
        await group.triggerGracefulShutdown()
        try await end
    }
}
