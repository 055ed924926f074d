import Booking
import BookingSQLite
import CPowerCut
import Checkout
import Cinema
import Foundation
import Logging
import PaymentSimulator
import Payments
import Randomness

/// Buyers, a server that dies, a bank at the end of a bad line: one run of them all, which follows from its seed.
struct Simulation {
    struct Outcome {
        let violations: [String]
        let tally: Witness.Tally
        /// Whose turn it was, from the first to the last.
        let turns: [Stage.Player]
    }

    private static let buyers = 5
    private static let mostCrashes = 4

    private let world: SimulatedWorld
    private let house: House
    private let witness = Witness()
    private var random: SplitMix64
    private let cutsPower: Bool
    private var turns: [Stage.Player] = []
    /// How many orders there were when the showing was closed; `nil`: it is open.
    private var ordersAtClosing: Int?

    static func run(
        seed: UInt64, in folder: URL, flaw: Flaw? = nil, faultPercent: Int = 15, cutsPower: Bool = true
    ) async throws -> Outcome {
        let folder = folder.appending(path: "\(seed)\(flaw.map { "-\($0)" } ?? "")")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if let flaw, flaw.diskLies { power_cut_lie(folder.path) }
        let world = try SimulatedWorld(
            seed: seed, folder: folder, flaw: flaw, faultPercent: faultPercent)
        var simulation = Simulation(world, seed, cutsPower: cutsPower)
        try await simulation.direct()
        try await simulation.judge()
        return Outcome(
            violations: simulation.witness.violations, tally: simulation.witness.tally, turns: simulation.turns)
    }

    private init(_ world: SimulatedWorld, _ seed: UInt64, cutsPower: Bool) {
        self.world = world
        self.cutsPower = cutsPower
        house = House(world)
        random = SplitMix64(seed: seed &+ 0x5EED)
    }

    private mutating func direct() async throws {
        try open(as: 100)
        for number in 1...Self.buyers {
            var buyer = SimulatedBuyer(
                number: number, world: world, house: house, witness: witness, random: SplitMix64(seed: random.next()))
            // The first turn is theirs only when all have come.
            world.stage.enter()
            Task { [world] in
                await world.stage.turn(of: number)
                await buyer.shop()
                world.stage.leave()
            }
            _ = await world.stage.rest()
        }
        var crashes = 0
        var opened = 100
        while true {
            let waiting = await world.stage.rest()
            if !waiting.contains(where: { $0 <= Self.buyers }) { house.close() }
            guard let player = waiting.randomElement(using: &random) else { return }
            switch Int.random(in: 0..<1000, using: &random) {
            case 0..<30: world.clock.advance(TimeInterval(Int.random(in: 1...240, using: &random)))
            case 30..<42 where crashes < Self.mostCrashes && !house.isClosing:
                crashes += 1
                try crash()
            case 42..<50 where house.alive.count == 1 && !house.isClosing:
                witness.count(\.overlaps)
                opened += 1
                try open(as: opened)
            case 50..<54 where ordersAtClosing == nil && !house.isClosing: try await close()
            case 54..<74 where ordersAtClosing != nil: try await reopen()
            default: break
            }
            if house.alive.isEmpty {
                opened += 1
                try open(as: opened)
            }
            turns.append(player)
            world.stage.play(player)
        }
    }

    private mutating func crash() throws {
        if cutsPower, Bool.random(using: &random) {
            witness.count(\.powerCuts)
            try house.cutPower()
        } else if let process = house.alive.randomElement(using: &random) {
            witness.count(\.crashes)
            try house.kill(process)
        }
    }

    /// Somebody at the cinema ends the sales of the showing, from a process of their own.
    private mutating func close() async throws {
        witness.count(\.closings)
        _ = try await SQLiteBookings(path: house.path, environment: world.environment).close("show1")
        ordersAtClosing = try countOrders()
    }

    private mutating func reopen() async throws {
        try expectNoSaleSinceClosing()
        ordersAtClosing = nil
        _ = try await SQLiteBookings(path: house.path, environment: world.environment).reopen("show1")
    }

    private func expectNoSaleSinceClosing() throws {
        guard let ordersAtClosing else { return }
        let sold = try countOrders() - ordersAtClosing
        if sold != 0 { witness.accuse("\(sold) orders were sold of a closed showing") }
    }

    private func countOrders() throws -> Int { try StoreAudit(of: house.path).report().orders }

    /// A process settles before it takes calls, and now and then from then on.
    private func open(as player: Stage.Player) throws {
        let process = try house.start()
        world.stage.enter()
        Task { [world, house] in
            await world.stage.turn(of: player)
            await process.start(as: player)
            while process.isAlive, !house.isClosing {
                await world.stage.turn(of: player)
                await process.checkout(for: player).renewLeases()
                await process.checkout(for: player).settle()
                _ = try? await process.store(for: player).expire()
                try? await process.store(for: player).tidy()
            }
            world.stage.leave()
        }
    }

    /// Lets a last server settle what is open, at the end of a good line, and holds what is there against what was said.
    private func judge() async throws {
        let store = try world.openStore(house.path)
        var logger = Logger(label: "simulation")
        logger.logLevel = .critical
        let checkout = Checkout(
            store: store, provider: world.bank, environment: world.environment, logger: logger)
        for _ in 1...4 {
            world.clock.advance(1000)
            await checkout.settle()
            _ = try await store.expire()
        }
        let unfinished = try await store.unfinishedPayments()
        if !unfinished.isEmpty { witness.accuse("never settled: \(unfinished.map(\.state))") }
        try expectNoSaleSinceClosing()
        let audit = try StoreAudit(of: house.path)
        let payments = try audit.payments()
        let bank = BankAudit(before: payments, holdings: try await world.bank.holdings(), after: payments)
        for fault in try audit.report().faults + bank.faults { witness.accuse(fault) }
        for promise in witness.promises {
            guard let order = try? await store.order(promise.order) else {
                witness.accuse("an order that was answered is gone: \(promise.seats)")
                continue
            }
            if order.tickets.map(\.seat.seat.text) != promise.seats { witness.accuse("\(promise.seats) became others") }
            if !promise.isGivenBack, order.status != .paid { witness.accuse("\(promise.seats) became \(order.status)") }
        }
        // Texts are the same here if Unicode calls them so, whatever the store thinks of their bytes.
        let sold = witness.promises.filter { !$0.isGivenBack }.flatMap(\.seats)
        for (seat, times) in Dictionary(grouping: sold, by: \.self) where times.count > 1 {
            witness.accuse("'\(seat)' was sold to \(times.count) buyers")
        }
        for (buyer, promises) in Dictionary(grouping: witness.promises.filter { !$0.isGivenBack }, by: \.buyer) {
            let count = promises.flatMap(\.seats).count
            if count > world.policy.seatsPerBuyer ?? count { witness.accuse("buyer \(buyer) has \(count) seats") }
        }
    }
}
