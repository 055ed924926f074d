import BookingService
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import WebService

@Suite("Clients behind a proxy, and without one")
struct ClientAddressCallTests {
    @Test("a header is believed from a proxy that is trusted, and from no other")
    func overHTTP() async throws {
        let forwarded = HTTPField.Name("X-Forwarded-For")!
        for (proxies, statuses) in [(["127.0.0.0/8", "::1"], [201, 201]), (["192.0.2.7"], [201, 429])] {
            let configuration = BookingConfiguration(
                web: WebConfiguration(trustedProxies: try #require(TrustedProxies(proxies))), holdsPerMinute: 1)
            try await TestParts().listen(configuration) { port in
                try await TestBuyer.connected(to: port) { buyer in
                    var seen: [Int] = []
                    for (seat, client) in [("A1", "198.51.100.1"), ("A2", "198.51.100.2")] {
                        let body = #"{"showtime":"show1","seats":[{"seat":"\#(seat)","ticketType":"adult"}]}"#
                        seen.append(try await buyer.call(.post, "/v1/holds", body, headers: [forwarded: client]).status)
                    }
                    #expect(seen == statuses)
                }
            }
        }
    }

    @Test("payments have a limit of their own")
    func payments() async throws {
        try await TestParts().run(.router, BookingConfiguration(paymentsPerMinute: 1)) { buyer in
            let hold = try await buyer.hold("A1").id
            #expect(try await buyer.pay(hold, "pm_card_chargeDeclined").status == 402)
            let second = try await buyer.pay(hold)
            #expect(second.status == 429 && second.headers[.retryAfter] == "60")
            #expect(try await buyer.hold("A2").status == 201)
        }
    }
}
