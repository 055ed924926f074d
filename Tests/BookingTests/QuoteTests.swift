import Booking
import Cinema
import Foundation
import Testing

@Suite("What a buyer asks for")
struct QuoteTests {
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    func quote(
        _ seats: [(String, String)], status: ShowtimeStatus = .scheduled, startsIn: TimeInterval = 3600,
        policy: BookingPolicy = BookingPolicy()
    ) throws -> Quote {
        try Quote(
            seats.map { SeatRequest(seat: $0.0, ticketType: $0.1) },
            of: .sample(at: now + startsIn, status: status), at: now, policy: policy)
    }

    @Test("each seat has the price of its category and ticket type, and the total is their sum")
    func prices() throws {
        let quote = try quote([("C1", "adult"), ("A1", "child")])
        #expect(quote.seats.map(\.price.amount) == [1550, 800])
        #expect(quote.total.amount == 2350)
        #expect(quote.total.currency.code == "EUR")
    }

    @Test("sales close when the showtime begins, on the dot, or a while later if the cinema says so")
    func closing() throws {
        #expect(throws: BookingError.salesClosed) { try quote([("A1", "adult")], startsIn: 0) }
        #expect(throws: Never.self) { try quote([("A1", "adult")], startsIn: 0.001) }
        let late = BookingPolicy(salesCloseAfterStart: 600)
        #expect(throws: Never.self) { try quote([("A1", "adult")], startsIn: -599, policy: late) }
        #expect(throws: BookingError.salesClosed) { try quote([("A1", "adult")], startsIn: -600, policy: late) }
    }

    @Test(
        "nothing is sold of a cancelled showtime or one that is sold out",
        arguments: [
            ShowtimeStatus.cancelled, .soldOut,
        ])
    func status(_ status: ShowtimeStatus) {
        #expect(throws: BookingError.salesClosed) { try quote([("A1", "adult")], status: status) }
    }

    @Test("all unknown seats are named at once")
    func unknownSeats() {
        #expect(throws: BookingError.unknownSeat(["Z9", "a1"])) {
            try quote([("Z9", "adult"), ("A1", "adult"), ("a1", "adult")])
        }
    }

    @Test("a ticket type must be sold for the seat's category")
    func ticketTypes() {
        #expect(throws: BookingError.unknownTicketType("robot")) { try quote([("A1", "robot")]) }
        #expect(throws: BookingError.unknownTicketType("child")) { try quote([("C1", "child")]) }
    }

    @Test("a hold has one to ten seats, each once")
    func counts() {
        let row = (1...10).map { ("A\($0)", "adult") }
        #expect(throws: Never.self) { try quote(row) }
        #expect(throws: BookingError.tooManySeats(limit: 10)) { try quote(row + [("B1", "adult")]) }
        #expect(throws: BookingError.self) { try quote([]) }
        #expect(throws: BookingError.self) { try quote([("A1", "adult"), ("A1", "child")]) }
    }
}

@Suite("Prices beyond reason")
struct QuoteOverflowTests {
    @Test("seats that cost more than can be counted are refused, and the server lives")
    func overflow() throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let offer = try SeatsOnSale.sample(at: now + 60, adult: Int.max - 300)
        let seats = ["A1", "A2"].map { SeatRequest(seat: $0, ticketType: "adult") }
        #expect(throws: BookingError.invalidRequest("these seats cost more than can be counted")) {
            try Quote(seats, of: offer, at: now, policy: BookingPolicy())
        }
    }
}

@Suite("A buyer")
struct BuyerTests {
    @Test("names and addresses are trimmed and kept as they are", arguments: ["ada@example.org", "ü@例え.jp", "a+b@c"])
    func good(_ email: String) throws {
        #expect(try Buyer(name: "  Ada ", email: " \(email)\n") == Buyer(name: "Ada", email: email))
    }

    @Test(
        "what can be no address is refused",
        arguments: ["", "ada", "ada@", "@example.org", "a@b@c", "a b@c", "a\u{0}@b"])
    func bad(_ email: String) {
        #expect(throws: BookingError.self) { try Buyer(name: "Ada", email: email) }
    }

    @Test("a name is needed", arguments: ["", "  ", "a\u{7}b", String(repeating: "x", count: 201)])
    func badName(_ name: String) {
        #expect(throws: BookingError.self) { try Buyer(name: name, email: "ada@example.org") }
    }
}
