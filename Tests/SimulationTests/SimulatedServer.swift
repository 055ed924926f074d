import BookingSQLite
import Checkout
import Cinema
import Foundation
import Idempotency
import Payments

@testable import Booking

/// The calls of the API as a buyer makes them to one life of the server, under idempotency keys of their own.
struct SimulatedServer {
    let process: SimulatedProcess
    let player: Stage.Player
    let world: SimulatedWorld

    private var store: any BookingStore { process.store(for: player) }
    private var checkout: Checkout { process.checkout(for: player) }

    /// - Returns: the name of the hold, and when it is over, in milliseconds since 1970.
    func hold(_ seats: [String], key: String) async throws -> String {
        let quote = try Quote(
            seats.map { SeatRequest(seat: $0, ticketType: "adult") }, of: world.offer(), at: world.clock.now,
            policy: world.policy)
        let claimed = world.flaw?.claimsAsAsked == true ? quote.spelt(as: seats) : quote
        let words = { (hold: Hold) in "\(hold.id.text) \(Int(hold.expiresAt.timeIntervalSince1970 * 1000))" }
        return try await repeatable(key) { (id: String, kept) in
            words(try await store.hold(HoldID(stored: id), in: kept))
        } perform: { answering in
            words(try await store.place(claimed, answering: answering.map(\.text)))
        }
    }

    func extend(_ hold: HoldID) async throws { _ = try await store.extend(hold, answering: nil) }
    func release(_ hold: HoldID) async throws { try await store.release(hold) }

    /// - Returns: `paid ORDER`, `declined CODE`, `challenge URL`.
    func pay(_ purchase: Purchase, with method: String, key: String) async throws -> String {
        try await repeatable(key) { (facts: PaymentAnswer, kept) in
            Self.words(try await checkout.progress(facts, in: kept))
        } perform: { answering in
            Self.words(
                try await checkout.pay(for: purchase, with: .named(method), returnURL: nil, answering: answering))
        }
    }

    func progress(of hold: HoldID) async throws -> String {
        try await checkout.progress(of: hold).map(Self.words) ?? "nobody has tried to pay"
    }

    func refund(_ order: OrderID) async throws { _ = try await checkout.refund(order, answering: nil) }

    private static func words(_ progress: PaymentProgress) -> String {
        switch progress {
        case .paid(let order): "paid \(order.id.text)"
        case .declined(let decline): "declined \(decline.code)"
        case .challenge(let url): "challenge \(url)"
        case .processing: "processing"
        case .canceled: "canceled"
        }
    }

    private func repeatable<Facts: Codable & Sendable>(
        _ key: String, replay: (Facts, KeptAnswer) async throws -> String,
        perform: (Answering<Facts>) async throws -> String
    ) async throws -> String {
        let call = RepeatableCall(key: Data(key.utf8), fingerprint: Data(key.utf8))
        func again(_ kept: KeptAnswer) async throws -> String {
            try await replay(try JSONDecoder().decode(Facts.self, from: kept.sealed), kept)
        }
        if case .answered(let kept) = try await store.past(call) { return try await again(kept) }
        do {
            return try await perform(Answering(call) { try JSONEncoder().encode($0) })
        } catch {
            guard case .answered(let kept) = try await store.past(call) else { throw error }
            return try await again(kept)
        }
    }
}

extension Quote {
    /// The seats under the names by which they were asked for, and not by their own.
    fileprivate func spelt(as names: [String]) -> Quote {
        let seats = zip(seats, names).map { seat, name in
            PricedSeat(seat: SeatName(stored: name), ticketType: seat.ticketType, price: seat.price)
        }
        return Quote(showtime: showtime, showing: showing, seats: seats, total: total, roomSize: roomSize)
    }
}
