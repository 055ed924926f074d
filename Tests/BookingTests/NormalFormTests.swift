import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Names of seats in several spellings")
struct NormalFormTests {
    @Test(
        "a seat is asked for in any spelling, and is held in the room's own",
        arguments: [
            ["K1", "\u{212A}1"], ["Å1", "A\u{30A}1", "\u{212B}1"], ["\u{1EAC}1", "A\u{302}\u{323}1", "Â\u{323}1"],
        ])
    func held(spellings: [String]) throws {
        for spelling in spellings {
            let quote = try quote([spelling])
            #expect(quote.seats.map { Array($0.seat.text.utf8) } == [Array(spellings[0].utf8)])
        }
        for other in spellings {
            #expect(throws: BookingError.invalidRequest("a seat is named twice")) { try quote([spellings[0], other]) }
        }
    }

    @Test(
        "what only looks like a seat's name is none",
        arguments: ["Ｋ1", "k1", "К1", "K1\u{200B}", "K\u{200D}1", "K1 ", "K１"])
    func unknown(name: String) {
        #expect(throws: BookingError.unknownSeat([name])) { try quote([name]) }
    }

    @Test("a room that a person has drawn in another normal form has the same seats")
    func room() throws {
        let layout = try SeatPlan.layout(of: "A\u{30A} ss\n\u{212A} ss")
        #expect(layout.seats.map { Array($0.label.text.utf8) } == ["Å1", "Å2", "K1", "K2"].map { Array($0.utf8) })
    }

    private func quote(_ seats: [String]) throws -> Quote {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let sample = try SeatsOnSale.sample(at: now + 60, plan: "K ss\nÅ ss\n\u{1EAC} ss")
        return try Quote(
            seats.map { SeatRequest(seat: $0, ticketType: "adult") }, of: sample, at: now, policy: BookingPolicy())
    }
}

/// The fixture was written by version 2: `K5`, `Å1` and `A\u{30A}1`, `\u{212B}1` were sold, each to another buyer.
@Suite("A store of version 2")
struct StoreMigrationTests {
    private let old: OldStore
    private var path: String { old.path }

    init() throws {
        old = try OldStore(version: 2)
    }

    /// When it was written.
    private let environment = BookingEnvironment(now: { Date(timeIntervalSince1970: 1_795_872_300) })

    private static let twice = [
        "a seat has two valid tickets (showtime, seat, how many): a, K5, 2",
        "a seat has two valid tickets (showtime, seat, how many): a, Å1, 3",
        "a seat is claimed twice (showtime, seat, how many): a, K5, 2",
        "a seat is claimed twice (showtime, seat, how many): a, Å1, 3",
        "a seat is claimed twice (showtime, seat, how many): a, Å3, 2",
    ]

    @Test("is checked as it is: seats that were sold twice are told")
    func checked() throws {
        let before = FileManager.default.contents(atPath: path)
        #expect(try StoreAudit(of: path).report().faults == Self.twice)
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("is brought up to date without losing a sale, and still tells what was sold twice")
    func migrated() async throws {
        let store = try BookingEngine(sqlite: path, keys: .test, environment: environment)
        let report = try StoreAudit(of: path).report()
        #expect(report.orders == 7 && report.tickets == 7)
        // What was only held twice is held once.
        #expect(report.faults == Self.twice.dropLast())
        let seats = try await store.seats(of: "a")
        #expect(seats.sold.filter { $0.text == "Å1" }.count == 3, "Swift's texts are the same in all spellings")
        #expect(seats.sold.contains("K7") && seats.held == ["K6", "Å3"])
        let facts = try await DatabaseQueue(path: path).read {
            try String.fetchOne($0, sql: "SELECT facts FROM showing")
        }
        #expect(facts?.contains(#""Été":"Summer""#) == true)
    }

    @Test("once up to date refuses a seat in every spelling in which it was sold or is held")
    func refuses() async throws {
        let store = try BookingEngine(sqlite: path, keys: .test, environment: environment)
        let offer = try SeatsOnSale.sample(
            id: "a", at: Date(timeIntervalSince1970: 1_800_000_000), plan: "K ssssssss\nÅ ssssssss")
        for seat in ["K5", "\u{212A}5", "K7", "\u{212A}7", "\u{212B}1", "A\u{30A}1", "Å3", "K6"] {
            let quote = try Quote(
                [SeatRequest(seat: seat, ticketType: "adult")], of: offer, at: environment.now(),
                policy: BookingPolicy())
            await #expect(throws: BookingError.seatsUnavailable([quote.seats[0].seat])) {
                try await store.place(quote, for: Customer(), answering: nil)
            }
        }
    }

    @Test("finds its buyers by their mailboxes, also if it is erased from before it is served")
    func mailboxes() throws {
        #expect(try StoreErasure(of: path).erase(email: "ümax@exämple.de.") == 2)
        #expect(try StoreErasure(of: path).erase(email: "BOB@example。org") == 3)
        #expect(try StoreErasure(of: path).erase(email: "bob@example.org") == 0)
        #expect(try StoreAudit(of: path).report().orders == 7)
    }
}
