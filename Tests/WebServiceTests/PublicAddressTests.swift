import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WebOrigin

@testable import WebService

@Suite("Links to the server itself")
struct PublicAddressTests {
    private func link(
        from peer: String, publicURL: String? = nil, host: String? = "booking.example",
        _ headers: [(String, String)] = [],
        to reference: String = "/bank"
    ) throws -> String {
        var fields = HTTPFields()
        for (name, value) in headers { fields.append(HTTPField(name: try #require(.init(name)), value: value)) }
        let head = HTTPRequest(method: .get, scheme: nil, authority: host, path: "/", headerFields: fields)
        return PublicAddress(
            configured: try publicURL.map { try WebAddress(base: $0) },
            proxies: try #require(TrustedProxies(["10.0.0.0/8"]))
        ).link(
            reference, in: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            from: try #require(IPAddress(peer)))
    }

    @Test(
        "begin with what a trusted proxy says: the first of a list, in any case",
        arguments: [
            ("https", nil, "https://booking.example"), ("HTTPS", nil, "https://booking.example"),
            ("https,http", nil, "https://booking.example"), ("https, http", nil, "https://booking.example"),
            (" https ,http", nil, "https://booking.example"), ("http, https", nil, "http://booking.example"),
            ("Https", "Kino.Example:443, proxy.internal", "https://kino.example"),
            ("https", "kö.example", "https://xn--k-1ga.example"), (nil, nil, "http://booking.example"),
            ("http", "kino.example:8080", "http://kino.example:8080"),
        ])
    func forwarded(proto: String?, host: String?, start: String) throws {
        let headers = [("X-Forwarded-Proto", proto), ("X-Forwarded-Host", host)].compactMap { name, value in
            value.map { (name, $0) }
        }
        #expect(try link(from: "10.1.2.3", headers) == start + "/bank")
        #expect(try link(from: "203.0.113.7", headers) == "/bank", "from anyone else, nothing is believed")
        let own = try link(from: "10.1.2.3", publicURL: "https://API.example/booking/", headers)
        #expect(own == "https://api.example/booking/bank", "what the cinema says counts more")
    }

    @Test(
        "stay paths where a proxy passes on what is no host",
        arguments: ["a b", "evil.example/x?y=#", "ada@evil.example", "", "a..b", "evil.example:99999"])
    func nonsense(host: String) throws {
        #expect(
            try link(from: "10.1.2.3", [("X-Forwarded-Host", "\(host) ")], to: "/bank").hasPrefix("http")
                == host.isEmpty)
        #expect(try link(from: "10.1.2.3", host: host) == "/bank")
        #expect(try link(from: "10.1.2.3", [("X-Forwarded-Proto", "javascript")]) == "/bank")
    }

    @Test("to other servers are left as they are")
    func elsewhere() throws {
        #expect(try link(from: "10.1.2.3", to: "https://bank.example/3ds") == "https://bank.example/3ds")
    }
}
