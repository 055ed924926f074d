import Booking
import BookingSQLite
import Cinema
import Foundation
import Testing

@testable import BookingService

@Suite("A showing that is changed after its tickets were sold")
struct ChangedShowingTests {
    /// What a calendar goes by.
    private struct Event {
        let uid: String
        let sequence: Int
        let stamp: String
        let modified: String
        let status: String
        let start: String

        init(_ file: TestAnswer) throws {
            let text = String(decoding: file.body, as: UTF8.self).replacing("\r\n ", with: "")
            func value(_ name: String) throws -> String {
                let lines = text.split(separator: "\r\n")
                let inEvent = lines.drop { $0 != "BEGIN:VEVENT" }
                let line = try #require(
                    inEvent.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }, "\(name)")
                return String(line[line.index(after: try #require(line.firstIndex(of: ":")))...])
            }
            uid = try value("UID")
            sequence = try #require(Int(try value("SEQUENCE")))
            stamp = try value("DTSTAMP")
            modified = try value("LAST-MODIFIED")
            status = try value("STATUS")
            start = try value("DTSTART")
        }

        func replaces(_ older: Event) -> Bool {
            uid == older.uid && sequence > older.sequence && stamp > older.stamp && modified > older.modified
        }
    }

    private let parts: TestParts

    init() throws {
        parts = try TestParts()
    }

    private func show(
        start: TimeInterval = 86_400, theater: String = "Lumière", room: String = "1", movie: String = "Metropolis",
        zone: TimeZone = .gmt, status: ShowtimeStatus = .scheduled
    ) throws {
        let sample = try SeatsOnSale.sample(id: "show1", at: Date(timeIntervalSince1970: 1_800_000_000 + start))
        parts.show(
            SeatsOnSale(
                ShowtimeOffer(
                    id: "show1", movie: movie, movieSlug: movie.lowercased(), theater: theater,
                    theaterSlug: theater == "Lumière" ? "lumiere" : theater.lowercased(), timeZone: zone,
                    auditorium: room,
                    startsAt: sample.startsAt, endsAt: sample.startsAt + 7_200, status: status,
                    layout: try SeatPlan.layout(of: TestCatalog.plan), priceList: sample.priceList)))
    }

    private func showing(_ order: String, _ buyer: TestBuyer) async throws -> [String: Any] {
        try #require(try await buyer.get("/v1/orders/\(order)").json["showing"] as? [String: Any])
    }

    private func page(_ order: String, _ buyer: TestBuyer) async throws -> String {
        String(decoding: try await buyer.get("/v1/orders/\(order).html").body, as: UTF8.self)
    }

    @Test(
        "has another start, room or theater, is cancelled, or leaves the programme: all outputs say so, each time anew")
    func everyChange() async throws {
        try await parts.run { buyer in
            let order = try await buyer.pay(try await buyer.hold("A1").id).orderID
            var last = try Event(try await buyer.get("/v1/orders/\(order).ics"))
            #expect(last.sequence == 0 && last.status == "CONFIRMED")
            #expect(try await showing(order, buyer)["status"] as? String == "scheduled")
            #expect(!(try await page(order, buyer).contains("class=\"notice\"")))
            let changes: [(String, String, () throws -> Void)] = [
                ("moved", "moved", { try show(start: 90_000) }),
                ("scheduled", "", { try show() }),
                ("moved", "moved", { try show(room: "2") }),
                ("moved", "moved", { try show(theater: "Rex", room: "2") }),
                ("cancelled", "cancelled", { try show(theater: "Rex", room: "2", status: .cancelled) }),
                ("moved", "moved", { try show(theater: "Rex", room: "2") }),
                ("withdrawn", "not on the programme", { parts.cancelShowings() }),
                ("scheduled", "", { try show() }),
            ]
            for (status, word, change) in changes {
                try change()
                let event = try Event(try await buyer.get("/v1/orders/\(order).ics"))
                #expect(event.replaces(last), "\(status)")
                #expect(event.status == (["cancelled", "withdrawn"].contains(status) ? "CANCELLED" : "CONFIRMED"))
                let again = try Event(try await buyer.get("/v1/orders/\(order).ics"))
                #expect(again.sequence == event.sequence && again.stamp == event.stamp, "nothing has changed since")
                let told = try await showing(order, buyer)
                #expect(told["status"] as? String == status)
                #expect((told["soldAs"] != nil) == (status == "moved"))
                let page = try await page(order, buyer)
                #expect(page.contains("class=\"notice\"") == !word.isEmpty, "\(status)")
                #expect(word.isEmpty || page.contains(word), "\(status)")
                last = event
            }
        }
    }

    @Test("counts as moved by the clock on the wall, where the theater's time zone was corrected")
    func correctedZone() async throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        try await parts.run { buyer in
            let order = try await buyer.pay(try await buyer.hold("A1").id).orderID
            // Said to be at 08:00 as before, which there is an hour earlier.
            try show(start: 82_800, zone: paris)
            #expect(try await showing(order, buyer)["status"] as? String == "scheduled")
            #expect(!(try await page(order, buyer).contains("class=\"notice\"")))
            try show(zone: paris)
            let told = try await showing(order, buyer)
            #expect(told["status"] as? String == "moved")
            #expect((told["when"] as? String)?.hasSuffix("09:00") == true)
            #expect(((told["soldAs"] as? [String: Any])?["when"] as? String)?.hasSuffix("08:00") == true)
        }
    }

    @Test("is told if another film is shown under its id")
    func otherFilm() async throws {
        try await parts.run { buyer in
            let order = try await buyer.pay(try await buyer.hold("A1").id).orderID
            try show(movie: "Nosferatu")
            let told = try await showing(order, buyer)
            #expect(told["status"] as? String == "moved" && told["movie"] as? String == "Nosferatu")
            #expect((told["soldAs"] as? [String: Any])?["movie"] as? String == "Metropolis")
            let page = try await page(order, buyer)
            #expect(
                page.contains("Another film is shown.</strong> It is now Nosferatu, on ")
                    && page.contains("it was Metropolis, on "))
        }
    }

    @Test("keeps its numbers when the server starts anew, and when two servers tell of it by turns")
    func processes() async throws {
        let (one, other) = (try parts.store(), try parts.store())
        let order = try await parts.run(store: one) { try await $0.pay(try await $0.hold("A1").id).orderID }
        var last: Event?
        for (turn, start) in [86_400.0, 90_000, 86_400, 90_000, 86_400].enumerated() {
            try show(start: start)
            let store = turn == 4 ? try parts.store() : turn % 2 == 0 ? one : other
            let event = try await parts.run(store: store) { try Event(try await $0.get("/v1/orders/\(order).ics")) }
            if let last { #expect(event.replaces(last)) }
            last = event
        }
        #expect(last?.sequence == 4)
    }

    @Test("is what each buyer was told when the seats were held, whoever bought later")
    func eachBuyer() async throws {
        try await parts.run { buyer in
            let first = try await buyer.hold("A1")
            try show(start: 90_000)
            let second = try await buyer.pay(try await buyer.hold("A2").id).orderID
            let moved = try await buyer.pay(first.id).orderID
            #expect(try await showing(moved, buyer)["status"] as? String == "moved")
            #expect(try await showing(second, buyer)["status"] as? String == "scheduled")
            #expect(try Event(try await buyer.get("/v1/orders/\(moved).ics")).sequence == 1)
            #expect(try Event(try await buyer.get("/v1/orders/\(second).ics")).sequence == 0)
        }
    }

    @Test("is not cancelled because it is over and has left the catalog, nor moved because it is sold out")
    func over() async throws {
        try await parts.run { buyer in
            let order = try await buyer.pay(try await buyer.hold("A1").id).orderID
            try show(status: .soldOut)
            #expect(try await showing(order, buyer)["status"] as? String == "scheduled")
            parts.advance(90_000)
            parts.cancelShowings()
            #expect(try await showing(order, buyer)["status"] as? String == "scheduled")
            #expect(try Event(try await buyer.get("/v1/orders/\(order).ics")).sequence == 0)
        }
    }

    @Test("in the night is on the same day on paper, in the calendar and for programs")
    func night() async throws {
        // Friday 15 January 2027, 08:00 UTC.
        try show(start: 86_400 + 16 * 3_600 + 1_800)
        try await parts.run { buyer in
            let order = try await buyer.pay(try await buyer.hold("A1").id).orderID
            let words = "night of Saturday 16 to Sunday 17 January 2027, 00:30"
            #expect(try await page(order, buyer).contains(words))
            #expect(try await showing(order, buyer)["when"] as? String == words)
            #expect(try Event(try await buyer.get("/v1/orders/\(order).ics")).start.hasPrefix("20270117T003000"))
        }
    }
}
