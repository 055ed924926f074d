import Booking
import Foundation
import PaymentSimulator
import Payments
import Randomness

/// Someone who wants seats that others want too, and does not give up when the server dies.
struct SimulatedBuyer {
    private static let rounds = 2
    /// The seats of the room, each in all its spellings.
    private static let seats = [
        ["K1", "\u{212A}1"], ["K2", "\u{212A}2"], ["Å1", "A\u{30A}1", "\u{212B}1"], ["Å2", "A\u{30A}2", "\u{212B}2"],
        ["Ậ1", "A\u{323}\u{302}1", "A\u{302}\u{323}1", "Â\u{323}1"], ["A1"],
    ]

    let number: Stage.Player
    let world: SimulatedWorld
    let house: House
    let witness: Witness
    var random: SplitMix64

    mutating func shop() async {
        for round in 1...Self.rounds {
            await buy(round)
        }
    }

    private mutating func buy(_ round: Int) async {
        let seats = Self.seats.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
            .compactMap { $0.randomElement(using: &random) }.sorted()
        let key = "hold \(number) \(round)"
        guard let answer = await answered({ try await $0.hold(seats, key: key) }) else {
            return witness.count(\.conflicts)
        }
        witness.count(\.holds)
        await expectSame(answer, key) { try await $0.hold(seats, key: key) }
        guard let kept = Kept(answer, seats) else { return witness.accuse("'\(answer)' is no hold") }
        if chance(20) { _ = await answered(of: kept) { try await $0.extend(kept.id) } }
        if chance(15) {
            // Made again because its answer was lost, it may find the hold released.
            _ = await answered { try await $0.release(kept.id) }
            return
        }
        await pay(kept, round)
    }

    private mutating func pay(_ kept: Kept, _ round: Int) async {
        guard let buyer = try? Buyer(name: "Buyer", email: "buyer\(number)@example.org") else { return }
        for attempt in 1...3 {
            let method = Self.methods.randomElement(using: &random) ?? "pm_card_visa"
            let key = "pay \(number) \(round) \(attempt)"
            let purchase = Purchase(of: kept.id, by: buyer)
            let answer = await answered(of: kept) { try await $0.pay(purchase, with: method, key: key) }
            guard let answer else { return }
            await expectSame(answer, key) { try await $0.pay(purchase, with: method, key: key) }
            if await conclude(answer, kept) { return }
        }
    }

    /// - Returns: `false` if another card may be tried.
    private mutating func conclude(_ answer: String, _ kept: Kept) async -> Bool {
        let words = answer.split(separator: " ")
        switch words.first {
        case "paid":
            guard let order = OrderID(String(words[1])) else { return true }
            witness.count(\.orders)
            witness.promise(order, of: kept.seats, to: number)
            if chance(20) {
                // From now on it may have been given back, whether or not the answer is heard.
                witness.giveBack(order)
                if await answered({ try await $0.refund(order) }) != nil { witness.count(\.refunds) }
            }
            return true
        case "declined":
            witness.count(\.declines)
            return false
        case "challenge":
            witness.count(\.challenges)
            let payment = words[1].split(separator: "/").last.map(String.init) ?? ""
            let reply = [Challenge.Answer.complete, .complete, .fail, .cancel].randomElement(using: &random)
            await world.stage.turn(of: number)
            _ = try? await world.bank.challenge(payment, answer: reply)
            guard let progress = await answered(of: kept, { try await $0.progress(of: kept.id) }) else { return true }
            // Who gave the bank no answer tries another card, or leaves the challenge open for ever.
            return progress.hasPrefix("challenge") ? chance(50) : await conclude(progress, kept)
        default: return true
        }
    }

    /// The answer to a call, made again for as long as the server dies or cannot help; `nil` if it was refused.
    private mutating func answered<Value: Sendable>(
        of kept: Kept? = nil, _ call: (SimulatedServer) async throws -> Value
    ) async -> Value? {
        for _ in 1...30 {
            do {
                return try await call(await connected())
            } catch let refusal as BookingError {
                if let kept, kept.isBroken(by: refusal, at: world.clock.now) {
                    witness.accuse("buyer \(number) lost \(kept.seats) before their time: \(refusal)")
                }
                return nil
            } catch {
                continue
            }
        }
        return nil
    }

    /// A call that was answered is answered the same when it is made again.
    private mutating func expectSame(
        _ answer: String, _ key: String, _ call: (SimulatedServer) async throws -> String
    ) async {
        guard chance(30) else { return }
        do {
            let again = try await call(await connected())
            witness.count(\.replays)
            if again != answer { witness.accuse("'\(key)' was answered '\(answer)' and then '\(again)'") }
        } catch let refusal as BookingError {
            witness.accuse("'\(key)' was answered '\(answer)' and then refused: \(refusal)")
        } catch {
            return
        }
    }

    private mutating func connected() async -> SimulatedServer {
        while true {
            await world.stage.turn(of: number)
            if let process = house.open.randomElement(using: &random) {
                return SimulatedServer(process: process, player: number, world: world)
            }
        }
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private static let methods = [
        "pm_card_visa", "pm_card_visa", "pm_card_visa", "pm_card_mastercard", "pm_card_visa_chargeDeclined",
        "pm_card_authenticationRequired", "pm_card_authenticationRequired",
        "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", "pm_card_refundFail", "pm_card_pendingRefund",
    ]
}

/// Seats that were promised until an instant.
private struct Kept {
    let id: HoldID
    let seats: [String]
    let until: Date

    init?(_ answer: String, _ seats: [String]) {
        let words = answer.split(separator: " ").map(String.init)
        guard words.count == 2, let id = HoldID(words[0]), let end = Double(words[1]) else { return nil }
        self.id = id
        self.seats = seats
        until = Date(timeIntervalSince1970: end / 1000)
    }

    func isBroken(by refusal: BookingError, at now: Date) -> Bool {
        switch refusal {
        case .holdExpired, .unknownHold, .seatsUnavailable: now < until
        default: false
        }
    }
}
