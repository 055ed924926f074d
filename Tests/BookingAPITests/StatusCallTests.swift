import Booking
import BookingService
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("What the people who run the server ask")
struct StatusCallTests {
    @Test("the server lives and is ready")
    func ready() async throws {
        try await TestParts().run { buyer in
            for path in ["/health", "/ready"] {
                let answer = try await buyer.get(path)
                #expect(answer.status == 200)
            }
        }
    }

    @Test("why it is not ready is said, with the file")
    func notReady() async throws {
        let parts = try TestParts()
        let path = parts.folder.appending(path: "booking.sqlite").path
        try await parts.run { buyer in
            #expect(rename(path, path + ".moved") == 0)
            let answer = try await buyer.get("/ready")
            #expect(answer.status == 503 && answer.headers[.retryAfter] == "5")
            #expect(
                (answer.json["detail"] as? String)?.hasPrefix("\(path): this file was moved away or replaced") == true)
            #expect(try await buyer.hold("A1").status == 503)
        }
    }

    @Test("a path with empty parts is another path, and there is nothing")
    func emptyParts() async throws {
        try await TestParts().run { buyer in
            for path in ["/metrics", "/ready", "/health", "/v1/ticket-keys", "/v1/showtimes/show1/seats"] {
                #expect(try await buyer.get(path).status == 200)
                for other in [path + "/", path + "//", "/" + path, path.replacing("/v1/", with: "/v1//")]
                where other != path {
                    let answer = try await buyer.undocumented(.get, other)
                    #expect(answer.status == 404 && answer.code == "not_found", "\(other)")
                }
            }
        }
    }

    @Test("however many ask whether it is ready, the store is written once a second")
    func readyOnce() async throws {
        let parts = try TestParts()
        try await parts.run(.router, BookingConfiguration(housekeepingInterval: .seconds(3_600))) { buyer in
            for second in 1...3 {
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 1...100 { group.addTask { try await buyer.get("/ready").status } }
                    return try await group.reduce(into: Set()) { $0.insert($1) }
                }
                #expect(statuses == [200] && parts.commits.totals.writes == second)
                parts.advance(1)
            }
        }
    }

    @Test("requests are counted by route, and no id is in the metrics")
    func metrics() async throws {
        // Housekeeping writes too, and on a busy machine its time would come.
        try await TestParts().run(.router, BookingConfiguration(housekeepingInterval: .seconds(3_600))) { buyer in
            let hold = try await buyer.hold("A1")
            _ = try await buyer.pay(hold.id)
            _ = try await buyer.get("/nothing")
            let text = String(decoding: try await buyer.get("/metrics").body, as: UTF8.self)
            #expect(text.contains(#"marquee_http_requests_total{method="POST",route="/v1/holds",status="201"} 1"#))
            #expect(text.contains(#"marquee_payments_total{outcome="captured"} 1"#))
            #expect(text.contains(#"marquee_http_request_duration_seconds_count{route="/v1/holds"} 1"#))
            #expect(text.contains(#"marquee_holds_total{outcome="placed"} 1"#))
            // The hold, the payment's start, its reference, its sale, and that it was captured.
            #expect(text.contains("marquee_store_commits_total 5\n") && text.contains("marquee_store_writes_total 5\n"))
            #expect(!text.contains(hold.id))
        }
    }
}
