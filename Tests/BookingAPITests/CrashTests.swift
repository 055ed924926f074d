import Booking
import BookingSQLite
import BookingService
import Checkout
import Cinema
import Foundation
import GRDB
import Logging
import PaymentSimulator
import Payments
import Synchronization
import TestSupport
import Testing

@Suite("Killed in the middle of a storm", .serialized)
struct CrashTests {
    @Test("every order that was answered 201 is there with its tickets, no seat is sold twice, no money is lost")
    func storm() async throws {
        let folder = try TestFolder()
        let told = Ledger()
        for round in 1...3 {
            let program = try await folder.start()
            await withTaskGroup(of: Void.self) { group in
                for _ in 1...16 {
                    group.addTask { await Self.shop(program.port, told) }
                }
                while told.orders.count < round * 25 { await Task.yield() }
                await program.kill()
            }
        }

        let program = try await folder.start()
        #expect(told.orders.count >= 75, "a storm without success proves nothing")
        try await TestBuyer.connected(to: program.port) { buyer in
            var owners: [String: String] = [:]
            for (order, seats) in told.orders {
                let answer = try await buyer.get("/v1/orders/\(order)")
                #expect(answer.status == 200)
                let tickets = answer.json["tickets"] as? [[String: Any]] ?? []
                #expect(Set(tickets.compactMap { $0["seat"] as? String }) == seats)
                for ticket in tickets {
                    #expect(try await buyer.get("/v1/tickets/\(ticket["id"] ?? "")").status == 200)
                }
                for seat in seats {
                    #expect(owners.updateValue(order, forKey: seat) == nil, "\(seat) is sold twice")
                }
            }
            let sold = Set(try await buyer.seats().sold)
            #expect(sold.isSuperset(of: owners.keys))
        }
        #expect(await program.stop() == 0)
        try await Self.settle(folder)
        try await Self.expectBalance(folder)
    }

    /// What every process does: now that the leases of those that were killed have run out.
    private static func settle(_ folder: TestFolder) async throws {
        let environment = BookingEnvironment(now: { Date() + BookingPolicy().paymentLease })
        let checkout = Checkout(
            store: try BookingEngine(sqlite: folder.store, keys: .test, environment: environment),
            provider: try SimulatedProvider(path: folder.store + ".simulated-payments"), environment: environment,
            logger: .init(label: "test"))
        await checkout.settle()
    }

    /// Buys two seats at a time, such as others want too, until the server is gone.
    private static func shop(_ port: Int, _ told: Ledger) async {
        try? await TestBuyer.connected(to: port) { buyer in
            while true {
                let row = Character(UnicodeScalar(UInt8.random(in: UInt8(ascii: "A")...UInt8(ascii: "T"))))
                let column = Int.random(in: 1...38)
                let seats = ["\(row)\(column)", "\(row)\(column + 1)"]
                let hold = try await buyer.hold(seats[0], seats[1])
                guard hold.status == 201 else { continue }
                let paid = try await buyer.pay(hold.id, key: hold.id)
                if paid.status == 201 {
                    told.record(paid.orderID, seats)
                }
            }
        }
    }

    /// The money taken is the price of the seats sold, to the cent, and nothing is left reserved.
    private static func expectBalance(_ folder: TestFolder) async throws {
        var configuration = Configuration()
        // Whoever had the store open last is putting its log away.
        configuration.busyMode = .timeout(10)
        let store = try DatabaseQueue(path: folder.store, configuration: configuration)
        let (prices, unfinished) = try await store.read { database in
            (
                try Int.fetchOne(database, sql: "SELECT coalesce(sum(price), 0) FROM ticket"),
                try Int.fetchOne(
                    database,
                    sql: "SELECT count(*) FROM payment WHERE state IN ('started', 'authenticating', 'sold', 'voiding')")
            )
        }
        let ledger = try await SimulatedProvider(path: folder.store + ".simulated-payments").ledger()
        #expect(ledger.authorized == 0 && ledger.captured == prices)
        #expect(unfinished == 0)
    }
}

/// What buyers were told by the time the server died.
private final class Ledger: Sendable {
    private let state = Mutex<[String: Set<String>]>([:])

    var orders: [String: Set<String>] { state.withLock { $0 } }

    func record(_ order: String, _ seats: [String]) {
        state.withLock { $0[order] = Set(seats) }
    }
}
