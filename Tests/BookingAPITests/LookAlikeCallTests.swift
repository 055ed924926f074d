import Booking
import BookingSQLite
import Cinema
import Foundation
import HTTPTypes
import Testing
import Tickets

/// Unicode lets some names be spelt in several ways; a chair is there once.
@Suite("Seats whose names have several spellings")
struct LookAlikeCallTests {
    private static let plan = "K sss\nÅ sss\n\u{1EAC} sss\nA sss"
    private static let names = [
        ["K1", "\u{212A}1"], ["Å1", "A\u{30A}1", "\u{212B}1"],
        ["\u{1EAC}1", "A\u{323}\u{302}1", "A\u{302}\u{323}1", "Â\u{323}1", "\u{1EA0}\u{302}1"],
    ]

    private func parts() throws -> TestParts {
        let parts = try TestParts()
        parts.show(try .sample(id: "look-alikes", at: parts.now + 86_400, plan: Self.plan))
        return parts
    }

    private func hold(_ buyer: TestBuyer, _ seats: [String], escaped: Bool = true) async throws -> TestAnswer {
        let list = seats.map { seat in
            let name = escaped ? seat.utf16.map { String(format: "\\u%04x", $0) }.joined() : seat
            return #"{"seat":"\#(name)","ticketType":"adult"}"#
        }
        return try await buyer.call(
            .post, "/v1/holds", #"{"showtime":"look-alikes","seats":[\#(list.joined(separator: ","))]}"#)
    }

    @Test("are held, sold and signed once, in the room's own spelling, whichever comes first", arguments: names)
    func once(spellings: [String]) async throws {
        for first in spellings {
            let parts = try parts()
            try await parts.run { buyer in
                let held = try await hold(buyer, [first])
                #expect(held.status == 201 && held.text.contains(#""seat":"\#(spellings[0])""#))
                for other in spellings {
                    for isEscaped in [true, false] {
                        let refused = try await hold(buyer, ["A1", other], escaped: isEscaped)
                        #expect(refused.code == "seats_unavailable" && refused.text.contains(#"["\#(spellings[0])"]"#))
                    }
                }
                let paid = try await buyer.pay(held.id)
                #expect(paid.status == 201)
                for other in spellings {
                    #expect(try await hold(buyer, [other]).code == "seats_unavailable")
                }
                let ticket = try #require(try JSONDecoder().decode(OrderView.self, from: paid.body).order.tickets.first)
                let shown = try JSONDecoder().decode(
                    TicketView.self, from: try await buyer.get("/v1/tickets/\(ticket.id)").body)
                let content = try TicketCode.verify(shown.code, with: parts.ticketKeys.publicKeys)
                let own = Array(spellings[0].utf8)
                #expect(
                    Array(ticket.seat.utf8) == own && Array(shown.seat.utf8) == own && Array(content.seat.utf8) == own)
                let seats = try await buyer.get("/v1/showtimes/look-alikes/seats")
                #expect(seats.text.contains(#""sold":["\#(spellings[0])"]"#))
            }
            #expect(try StoreAudit(of: parts.folder.appending(path: "booking.sqlite").path).report().faults == [])
        }
    }

    @Test("twice in one request are one seat named twice", arguments: names)
    func twice(spellings: [String]) async throws {
        try await parts().run { buyer in
            for other in spellings {
                let answer = try await hold(buyer, [spellings[0], other])
                #expect(answer.status == 422 && answer.code == "invalid_request")
            }
        }
    }

    @Test(
        "what only looks like a name is unknown",
        arguments: ["Ｋ1", "k1", "К1", "K1\u{200B}", "K1 ", "\u{2060}K1", "K\u{301}1"])
    func unknown(name: String) async throws {
        try await parts().run { buyer in
            let answer = try await hold(buyer, [name])
            #expect(answer.status == 422 && answer.code == "unknown_seat")
        }
    }

    @Test("a showtime is found by its own id, also percent-encoded, and by no look-alike")
    func showtimes() async throws {
        try await parts().run { buyer in
            for path in ["look-alikes", "look%2Dalikes", "%6Cook-alikes"] {
                let answer = try await buyer.get("/v1/showtimes/\(path)/seats")
                #expect(answer.status == 200)
            }
            for path in [
                "loo%E2%84%AA-alikes", "look-ali%E2%84%AAes", "look-alikes%CC%88", "LOOK-ALIKES", "look-alikes%00",
                "%EF%BD%8Cook-alikes",
            ] {
                let answer = try await buyer.get("/v1/showtimes/\(path)/seats")
                #expect(answer.code == "unknown_showtime")
            }
        }
    }
}

private struct OrderView: Decodable {
    struct Order: Decodable { let tickets: [Ticket] }
    struct Ticket: Decodable {
        let id: String
        let seat: String
    }
    let order: Order
}

private struct TicketView: Decodable {
    let seat: String
    let code: String
}
