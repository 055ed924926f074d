package import Cinema
package import Foundation

extension BookingEngine {
    package func seats(of showtime: ShowtimeID) async throws -> SeatStates {
        let now = Instant(environment.now())
        let claims = try await database.claims(of: showtime)
        guard claims.hasExpired(at: now) else { return claims.seats }
        // Time alone has freed seats. Their claims are removed first, so that the version tells.
        return try await write { transaction in
            try transaction.freeExpiredSeats(of: showtime)
            return try transaction.claims(of: showtime).seats
        }
    }

    package func versions(of showtimes: [ShowtimeID]) async throws -> [ShowtimeID: Int] {
        try await database.read { try $0.versions(of: showtimes) }
    }

    package func expire() async throws -> Date? {
        let (first, isOver) = try await database.read { rows in
            let first = try rows.firstExpiry()
            return (first, first.map { $0 <= rows.now } ?? false)
        }
        guard isOver else { return first?.date }
        return try await write { transaction in
            for showtime in try transaction.showtimesWithExpiredClaims() {
                try transaction.freeExpiredSeats(of: showtime)
            }
            return try transaction.firstExpiry()?.date
        }
    }

    package func tidy() async throws {
        try await write { [policy] transaction in
            let limit = Instant(transaction.now.date - policy.retention)
            try transaction.forgetClients()
            try transaction.removeAnswers(keptUntil: limit)
            try transaction.removeHolds(overSince: limit)
        }
    }
}

extension BookingTransaction {
    fileprivate func freeExpiredSeats(of showtime: ShowtimeID) throws {
        let released = try removeExpiredClaims(of: showtime)
        guard !released.isEmpty else { return }
        try change(showtime, sold: [], held: [], released: released)
    }
}
