import Foundation
import Logging
import Testing

@testable import WebService

@Suite("Who a client is")
struct ClientAddressTests {
    private let proxies = TrustedProxies(["10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"])

    @Test(
        "the client is the address nearest to us that is no proxy of ours",
        arguments: [
            ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
            ("10.1.2.3", [], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.1"], "198.51.100.1"),
            // What stands left of it, the client may have written.
            ("10.1.2.3", ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
            ("10.1.2.3", ["1.1.1.1", "198.51.100.1, 192.0.2.7"], "198.51.100.1"),
            ("10.1.2.3", ["10.9.9.9, 192.0.2.7"], "10.9.9.9"),
            ("10.1.2.3", ["198.51.100.1:4711"], "198.51.100.1"),
            ("10.1.2.3", ["[2001:db8:9::1]:443"], "2001:db8:9::1"),
            ("2001:db8:1::5", ["2001:db8:9::1"], "2001:db8:9::1"),
            ("::ffff:10.1.2.3", ["198.51.100.1"], "198.51.100.1"),
            ("10.1.2.3", ["unknown"], "10.1.2.3"),
            ("10.1.2.3", ["198.51.100.1, nonsense, 192.0.2.7"], "192.0.2.7"),
        ])
    func nearest(peer: String, forwarded: [String], client: String) throws {
        let found = try #require(proxies).client(peer: try #require(IPAddress(peer)), forwardedFor: forwarded)
        #expect(found == IPAddress(client))
    }

    @Test("without proxies, nobody is believed")
    func untrusted() {
        let peer = IPAddress("127.0.0.1")!
        #expect(TrustedProxies.none.client(peer: peer, forwardedFor: ["198.51.100.1"]) == peer)
    }

    @Test(
        "limits of one address bind clients, but no proxy: not one that is trusted, nor a private one that forwards",
        arguments: [
            ("203.0.113.9", [], true), ("203.0.113.9", ["198.51.100.1"], true), ("127.0.0.1", [], true),
            ("127.0.0.1", ["198.51.100.1"], false), ("172.31.0.2", ["198.51.100.1"], false), ("::1", ["x"], false),
            ("fd00::7", ["198.51.100.1"], false), ("172.32.0.2", ["198.51.100.1"], true),
            ("10.1.2.3", ["198.51.100.1"], true), ("10.1.2.3", [], false), ("10.1.2.3", ["10.9.9.9"], false),
        ])
    func limited(peer: String, forwarded: [String], isLimited: Bool) throws {
        let proxies = try #require(proxies)
        let addresses = ClientAddresses(proxies: proxies, logger: Logger(label: "test"))
        let peer = try #require(IPAddress(peer))
        #expect(addresses.client(peer: peer, forwardedFor: forwarded).isLimited == isLimited)
        // Its further connections have said nothing yet.
        #expect(addresses.client(peer: peer).isLimited == (isLimited && !proxies.trust(peer)))
    }

    @Test("an address is written as people write it", arguments: ["192.0.2.7", "2001:db8:9::1", "::1"])
    func description(text: String) throws {
        #expect("\(try #require(IPAddress(text)))" == text)
    }

    @Test(
        "what is no network is not one",
        arguments: ["", "10.0.0.0/33", "10.0.0/8", "cinema.example", "::1/129", "1.2.3.4/"])
    func noNetwork(text: String) {
        #expect(TrustedProxies([text]) == nil)
    }

    @Test("clients of IPv6 are counted by their network of 64 bits")
    func counted() throws {
        func counted(_ text: String) throws -> IPAddress { try #require(IPAddress(text)).counted }
        #expect(try counted("2001:db8:9:1::1") == counted("2001:db8:9:1:ffff::2"))
        #expect(try counted("2001:db8:9:1::1") != counted("2001:db8:9:2::1"))
        #expect(try counted("198.51.100.1") != counted("198.51.100.2"))
    }

    @Test("what is remembered of clients has an end")
    func bounded() {
        let limit = RateLimit(perMinute: 1, generation: 100)
        let now = Date(timeIntervalSince1970: 0)
        for host in 0..<10_000 {
            #expect(limit.secondsToWait(IPAddress("10.1.\(host / 256).\(host % 256)")!, at: now) == nil)
        }
        #expect(limit.count <= 200)
        #expect(limit.secondsToWait(IPAddress("10.1.39.15")!, at: now) == 60)
    }
}
