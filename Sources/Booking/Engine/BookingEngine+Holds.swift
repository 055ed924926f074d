import Cinema
import Foundation
package import Idempotency

extension BookingEngine {
    package func place(
        _ quote: Quote, for customer: Customer, answering: Answering<HoldID>?
    ) async throws -> Hold {
        var random = environment.random()
        let id = HoldID(random: &random)
        let known = showings.sequence(of: quote)
        let request = HoldRequest(
            id: id, digest: id.digest, quote: quote, customer: customer, answer: try SealedAnswer(answering, id),
            showing: known)
        let placed = try await holds.place(request)
        if known == nil { showings.remember(quote, as: placed.showing) }
        return placed.hold
    }

    package func hold(_ id: HoldID) async throws -> Hold {
        try await database.read { [self] rows in
            let hold = try requireUnended(rows.requireHold(id), rows)
            try hold.requireOpen(at: rows.now.date)
            return hold
        }
    }

    package func hold(_ id: HoldID, in answer: KeptAnswer) async throws -> Hold {
        let hold = try await database.read { try $0.requireHold(id) }
        guard let milliseconds = Int64(answer.outcome) else { return hold }
        return hold.expiring(at: Instant(milliseconds: milliseconds).date)
    }

    package func extend(_ id: HoldID, answering: Answering<HoldID>?) async throws -> Hold {
        let answer = try SealedAnswer(answering, id)
        return try await write { [self] transaction in
            let hold = try requireUnended(transaction.requireHold(id), transaction)
                .extended(at: transaction.now.date, policy: policy)
            try transaction.requireOpen(hold.showtime)
            // Fewer are possible only if the clock was set back after someone took a seat over.
            guard try transaction.setExpiry(of: hold) == hold.seats.count else { throw BookingError.holdExpired }
            try transaction.keep(answer, outcome: hold.expiryInAnswer)
            return hold
        }
    }

    package func release(_ id: HoldID) async throws {
        try await write { [self] transaction in
            let hold = try requireUnended(transaction.requireHold(id), transaction)
            try hold.requireOpen(at: transaction.now.date)
            try transaction.end(hold, as: .released)
            let released = try transaction.removeClaims(of: hold)
            try transaction.change(hold.showtime, sold: [], held: [], released: released)
        }
    }

    /// - Throws: `holdCompleted` with the order that it became, or `unknownHold` if it was given back.
    @discardableResult
    func requireUnended(_ hold: Hold, _ rows: any BookingRows) throws -> Hold {
        if hold.outcome == .completed, let named = try rows.order(of: hold.id) {
            throw BookingError.holdCompleted(keys.order(named.name, of: hold.id))
        }
        try hold.requireUnended()
        return hold
    }
}

extension BookingRows {
    func requireHold(_ id: HoldID) throws -> Hold {
        guard let hold = try hold(id) else { throw BookingError.unknownHold }
        return hold
    }
}

extension Hold {
    /// What an answer says that later calls may change.
    var expiryInAnswer: String { "\(Instant(expiresAt).milliseconds)" }
}
