import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// An answer as a test looks at it.
struct TestAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: Data

    /// The body as JSON; empty where it is something else.
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body) as? [String: Any]) ?? [:] }
    var text: String { String(decoding: body, as: UTF8.self) }
    var code: String? { json["code"] as? String }
    var id: String { json["id"] as? String ?? "" }
    var order: [String: Any] { json["order"] as? [String: Any] ?? [:] }
    var orderID: String { order["id"] as? String ?? "" }
    var seats: [String] { json["seats"] as? [String] ?? [] }
    var sold: [String] { json["sold"] as? [String] ?? [] }
    var held: [String] { json["held"] as? [String] ?? [] }
}

/// Someone who buys over HTTP. Every answer is held against openapi.yaml.
struct TestBuyer: Sendable {
    typealias Send = @Sendable (HTTPRequest.Method, String, HTTPFields, ByteBuffer?) async throws -> TestAnswer
    private let send: Send

    init(send: @escaping Send) {
        self.send = send
    }

    /// A buyer with a connection of their own for as long as `body` runs.
    static func connected<Value: Sendable>(
        to port: Int, _ body: @escaping @Sendable (TestBuyer) async throws -> Value
    ) async throws -> Value {
        let configuration = TestClient.Configuration(timeout: .seconds(60))
        return try await TestClient.withClient(host: "127.0.0.1", port: port, configuration: configuration) { client in
            try await body(
                TestBuyer { method, path, headers, content in
                    let response = try await client.execute(
                        .init(path, method: method, authority: "localhost", headers: headers, body: content))
                    return TestAnswer(
                        status: response.status.code, headers: response.headers,
                        body: Data((response.body ?? ByteBuffer()).readableBytesView))
                })
        }
    }

    @discardableResult
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ json: String? = nil, key: String? = nil,
        headers: HTTPFields = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> TestAnswer {
        let answer = try await undocumented(method, path, json, key: key, headers: headers)
        let type = answer.headers[.contentType]
        let flaw = Documentation.shared.flaw(of: answer.status, type, to: method.rawValue, path)
        #expect(flaw == nil, "\(flaw ?? "")", sourceLocation: sourceLocation)
        return answer
    }

    /// A call that openapi.yaml does not have.
    func undocumented(
        _ method: HTTPRequest.Method, _ path: String, _ json: String? = nil, key: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        var headers = headers
        if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        headers[HTTPField.Name("Idempotency-Key")!] = key
        return try await send(method, path, headers, json.map(ByteBuffer.init(string:)))
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestAnswer {
        try await call(.get, path, headers: headers)
    }

    func hold(
        _ seats: String..., showtime: String = "show1", type: String = "adult", key: String? = nil
    )
        async throws -> TestAnswer
    {
        try await hold(contentsOf: seats, showtime: showtime, type: type, key: key)
    }

    func hold(
        contentsOf seats: [String], showtime: String = "show1", type: String = "adult", key: String? = nil
    ) async throws -> TestAnswer {
        let wanted = seats.map { #"{"seat":"\#($0)","ticketType":"\#(type)"}"# }.joined(separator: ",")
        return try await call(.post, "/v1/holds", #"{"showtime":"\#(showtime)","seats":[\#(wanted)]}"#, key: key)
    }

    func pay(_ hold: String, _ method: String = "pm_card_visa", key: String? = nil) async throws -> TestAnswer {
        try await call(
            .post, "/v1/holds/\(hold)/payment",
            #"{"name":"Ada Lovelace","email":"ada@example.org","payment":{"method":"\#(method)"}}"#, key: key)
    }

    func seats(_ showtime: String = "show1") async throws -> TestAnswer {
        try await get("/v1/showtimes/\(showtime)/seats")
    }

    /// The value of a metric, which is named with its labels.
    func metric(_ name: String) async throws -> Int {
        let text = String(decoding: try await get("/metrics").body, as: UTF8.self)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
        return try #require(Int(line.dropFirst(name.count + 1)))
    }
}
