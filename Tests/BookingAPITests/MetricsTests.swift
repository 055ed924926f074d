import BookingService
import Foundation
import HummingbirdTesting
import Testing

@Suite("The metrics")
struct MetricsTests {
    @Test("every metric is explained once, and every value has one of the names that are explained")
    func format() async throws {
        let text = try await metrics()
        var types: [String: String] = [:]
        var helped: Set<String> = []
        let sampled = #/(?<name>[a-z_]+)(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? (?<value>[0-9.e+-]+)/#
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# HELP ") {
                #expect(helped.insert(String(words[2])).inserted && words.count > 3)
            } else if line.hasPrefix("# TYPE ") {
                #expect(helped.contains(String(words[2])) && types[String(words[2])] == nil)
                types[String(words[2])] = String(words[3])
            } else {
                let sample = try #require(line.wholeMatch(of: sampled), "\(line)")
                let name = String(sample.name)
                let family = types[name] == nil ? name.replacing(#/_(bucket|sum|count)$/#, with: "") : name
                #expect(types[family] != nil, "\(line)")
                #expect((types[family] == "histogram") == (family != name), "\(line)")
                #expect(Double(sample.value) != nil && name.hasPrefix("marquee_"))
            }
        }
        #expect(helped == Set(types.keys) && text.hasSuffix("\n"))
    }

    @Test("the steps of a histogram go up to its count")
    func histograms() async throws {
        let text = try await metrics()
        let route = #"route="/v1/holds""#
        let buckets = try text.split(separator: "\n")
            .filter { $0.hasPrefix("marquee_http_request_duration_seconds_bucket") && $0.contains(route) }
            .map { try #require(Int($0.split(separator: " ")[1])) }
        #expect(buckets.count == 14 && buckets == buckets.sorted() && buckets.last == 4)
        #expect(text.contains("marquee_http_request_duration_seconds_count{\(route)} 4\n"))
        #expect(text.contains("marquee_store_commit_writes_bucket{le=\"1\"} 2\n"))
        #expect(text.contains("marquee_store_commit_writes_sum 2.0\nmarquee_store_commit_writes_count 2\n"))
    }

    @Test("holds, conflicts and what was turned away are counted")
    func outcomes() async throws {
        let text = try await metrics()
        for line in [
            #"marquee_holds_total{outcome="placed"} 2"#, #"marquee_holds_total{outcome="conflict"} 1"#,
            #"marquee_http_rejected_total{code="too_many_requests"} 1"#, "marquee_store_writes_waiting 0",
            "marquee_http_requests_in_flight 1", "marquee_live_sockets 0",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line)")
        }
    }

    /// Of two holds, one that lost, and one too many.
    private func metrics() async throws -> String {
        let configuration = BookingConfiguration(holdsPerMinute: 3, housekeepingInterval: .seconds(3600))
        return try await TestParts().run(.router, configuration) { buyer in
            #expect(try await buyer.hold("A1").status == 201)
            #expect(try await buyer.hold("A2").status == 201)
            #expect(try await buyer.hold("A2").status == 409)
            #expect(try await buyer.hold("A3", showtime: "show1").status == 429)
            return String(decoding: try await buyer.get("/metrics").body, as: UTF8.self)
        }
    }
}
