import Booking
import BookingSQLite
import Cinema
import Foundation
import HTTPTypes
import Logging
import Synchronization
import Testing

@testable import BookingService
@testable import WebService

@Suite("One client and the whole house")
struct OpenSeatsCallTests {
    @Test("as the server comes, one address holds at most a quarter of a large room, and is told whom to ask")
    func limited() async throws {
        let parts = try TestParts()
        let most = try #require(try await parts.offer(showtime: "show1")).seatCount / 4
        let seats = (UInt8(ascii: "A")...UInt8(ascii: "T")).flatMap { row in
            (1...10).map { "\(Character(UnicodeScalar(row)))\($0)" }
        }
        try await parts.listen { port in
            try await TestBuyer.connected(to: port) { buyer in
                var first = ""
                for start in stride(from: 0, to: most, by: 10) {
                    let hold = try await buyer.hold(contentsOf: Array(seats[start..<min(start + 10, most)]))
                    #expect(hold.status == 201)
                    if start == 0 { first = hold.id }
                }
                parts.advance(60)
                let refused = try await buyer.hold(seats[most])
                #expect(refused.status == 429 && refused.code == "too_many_requests")
                #expect(refused.headers[.retryAfter] == "540")
                #expect((refused.json["detail"] as? String)?.contains("ask the box office") == true)
                #expect(try await buyer.metric(#"marquee_limited_total{limit="open_seats"}"#) == 1)
                #expect(try await buyer.call(.delete, "/v1/holds/\(first)").status == 204)
                #expect(try await buyer.hold(seats[most]).status == 201)
            }
        }
    }

    @Test("clients behind a trusted proxy are counted each for itself, by their network of 64 bits")
    func behindProxy() async throws {
        let configuration = BookingConfiguration(
            web: WebConfiguration(trustedProxies: try #require(TrustedProxies(["127.0.0.0/8", "::1"]))),
            policy: BookingPolicy(openSeats: OpenSeatsLimit(inShowing: nil, inAll: 1)))
        let parts = try TestParts()
        let store = try parts.store(policy: configuration.policy)
        try await parts.listen(configuration, store: store) { port in
            try await TestBuyer.connected(to: port) { buyer in
                var statuses: [Int] = []
                let clients = ["2001:db8:9:1::1", "2001:db8:9:1::2", "2001:db8:9:2::1", "198.51.100.1", "198.51.100.1"]
                for (number, client) in clients.enumerated() {
                    let body = #"{"showtime":"show1","seats":[{"seat":"A\#(number + 1)","ticketType":"adult"}]}"#
                    let answer = try await buyer.call(.post, "/v1/holds", body, headers: [.xForwardedFor: client])
                    statuses.append(answer.status)
                }
                #expect(statuses == [201, 429, 201, 201, 429])
            }
        }
    }

    @Test("the same call again is answered as before, also when the limit is reached")
    func repeated() async throws {
        let policy = BookingPolicy(openSeats: OpenSeatsLimit(inShowing: nil, inAll: 1))
        let parts = try TestParts()
        try await parts.listen(BookingConfiguration(policy: policy), store: parts.store(policy: policy)) { port in
            try await TestBuyer.connected(to: port) { buyer in
                let first = try await buyer.hold("A1", key: "the-key-of-one-attempt")
                #expect(try await buyer.hold("A2").status == 429)
                #expect(try await buyer.hold("A1", key: "the-key-of-one-attempt").body == first.body)
            }
        }
    }

    @Test("the log says once in ten minutes that a limit bites, the metrics each time")
    func notices() {
        let lines = Mutex<[String]>([])
        let clock = Mutex(Date(timeIntervalSince1970: 0))
        let output = LogOutput { line in lines.withLock { $0.append(line) } }
        let logger = Logger(label: "test") { _ in JSONLogHandler(level: .info, output: output, now: { .now }) }
        let registry = MetricsRegistry()
        let metrics = BookingMetrics(in: registry, commits: CommitLog())
        let notices = LimitNotices(metrics: metrics, logger: logger, now: { clock.withLock { $0 } })
        for _ in 1...3 {
            for _ in 1...50 {
                notices.note(.tooManyOpenSeats(limit: 20, secondsToWait: 1))
                notices.note(.tooManyDeclines(limit: 10, secondsToWait: 1))
                notices.note(.unknownHold)
            }
            clock.withLock { $0 += 600 }
        }
        #expect(lines.withLock { $0.count } == 6)
        #expect(lines.withLock { $0[0] }.contains("--open-seats-per-client"))
        let text = registry.text
        #expect(text.contains(#"marquee_limited_total{limit="open_seats"} 150"#))
        #expect(text.contains(#"marquee_limited_total{limit="declines"} 150"#))
    }
}
