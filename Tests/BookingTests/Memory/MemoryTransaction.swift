import Booking
import Cinema
import Foundation
import Idempotency

final class MemoryTransaction: BookingTransaction {
    var tables: MemoryTables
    let now: Instant
    private(set) var changes: [SeatChange] = []
    private(set) var callers = 1

    init(_ tables: MemoryTables, at now: Instant) {
        self.tables = tables
        self.now = now
    }

    func serve(callers: Int) { self.callers = callers }

    // MARK: - Seats

    func claims(of showtime: ShowtimeID) -> ShowtimeClaims {
        let claims = tables.claims.filter { $0.key.showtime == showtime }
        func seats(_ isMeant: (SeatClaim) -> Bool) -> [SeatName] {
            claims.filter { isMeant($0.value.claim) }.map(\.key.seat).sorted()
        }
        return ShowtimeClaims(
            seats: SeatStates(
                version: tables.versions[showtime] ?? 0, sold: seats { $0.expiresAt == nil },
                held: seats { $0.expiresAt != nil }),
            firstExpiry: claims.values.compactMap(\.claim.expiresAt).min())
    }

    func versions(of showtimes: [ShowtimeID]) -> [ShowtimeID: Int] {
        tables.versions.filter { showtimes.contains($0.key) }
    }

    func firstExpiry() -> Instant? { tables.claims.values.compactMap(\.claim.expiresAt).min() }

    func claims(on seats: Set<SeatKey>) -> [SeatKey: SeatClaim] {
        tables.claims.filter { seats.contains($0.key) }.mapValues(\.claim)
    }

    func showtimesWithExpiredClaims() -> [ShowtimeID] {
        Set(tables.claims.filter { isOver($0.value.claim) }.map(\.key.showtime)).sorted { $0.text < $1.text }
    }

    private func isOver(_ claim: SeatClaim) -> Bool { claim.expiresAt.map { $0 <= now } ?? false }

    func change(_ showtime: ShowtimeID, sold: [SeatName], held: [SeatName], released: [SeatName]) {
        let version = (tables.versions[showtime] ?? 0) + 1
        tables.versions[showtime] = version
        changes.append(
            SeatChange(showtime: showtime, version: version, sold: sold, held: held, released: released))
    }

    private func claim(_ hold: Hold, until expiry: Instant?, for order: OrderID?) -> Set<SeatKey> {
        var refused: Set<SeatKey> = []
        for seat in hold.seats.map({ SeatKey(hold.showtime, $0.seat) }) {
            if tables.claims[seat]?.claim.excludes(hold.id.digest, at: now) == true {
                refused.insert(seat)
            } else {
                tables.claims[seat] = (SeatClaim(hold: hold.id.digest, expiresAt: expiry), order)
            }
        }
        return refused
    }

    private func removeClaims(_ isMeant: (SeatKey, SeatClaim, OrderID?) -> Bool) -> [SeatName] {
        let removed = tables.claims.filter { isMeant($0.key, $0.value.claim, $0.value.order) }.map(\.key)
        removed.forEach { tables.claims[$0] = nil }
        return removed.map(\.seat).sorted()
    }

    func removeClaims(of hold: Hold) -> [SeatName] {
        let removed = removeClaims { _, claim, _ in claim.hold == hold.id.digest && claim.expiresAt != nil }
        return hold.seats.map(\.seat).filter(removed.contains)
    }

    func removeExpiredClaims(of showtime: ShowtimeID) -> [SeatName] {
        removeClaims { seat, claim, _ in seat.showtime == showtime && isOver(claim) }
    }

    func removeClaims(of order: Order) -> [SeatName] {
        removeClaims { _, _, owner in owner == order.id }
    }

    // MARK: - Holds

    func hold(_ id: HoldID) -> Hold? { tables.holds[id]?.hold }

    func openHolds(of client: ClientDigest) -> [OpenHold] {
        tables.holds.values.filter { $0.client == client && now < Instant($0.hold.expiresAt) }.map {
            OpenHold(
                showtime: $0.hold.showtime, seatCount: $0.hold.seats.count, expiresAt: Instant($0.hold.expiresAt))
        }
    }

    func insert(_ holds: [NewHold]) -> Set<SeatKey> {
        holds.reduce(into: []) { refused, new in
            refused.formUnion(claim(new.hold, until: Instant(new.hold.expiresAt), for: nil))
            tables.holds[new.hold.id] = .init(hold: new.hold, client: new.customer.client, showing: new.showing)
        }
    }

    func sell(_ hold: Hold, to order: OrderID) -> Set<SeatKey> { claim(hold, until: nil, for: order) }

    func setExpiry(of hold: Hold) -> Int {
        tables.holds[hold.id]?.hold = hold
        let claims = tables.claims.filter { $0.value.claim.hold == hold.id.digest && $0.value.order == nil }
        for seat in claims.keys {
            tables.claims[seat]?.claim = SeatClaim(hold: hold.id.digest, expiresAt: Instant(hold.expiresAt))
        }
        return claims.count
    }

    func end(_ hold: Hold, as outcome: Hold.Outcome) {
        tables.holds[hold.id]?.hold = Hold(
            id: hold.id, showtime: hold.showtime, seats: hold.seats, total: hold.total, createdAt: hold.createdAt,
            expiresAt: hold.expiresAt, outcome: outcome, owner: hold.owner,
            language: hold.language)
        tables.holds[hold.id]?.client = nil
    }

    // MARK: - What time has ended

    func forgetClients() {
        for (id, entry) in tables.holds where Instant(entry.hold.expiresAt) <= now { tables.holds[id]?.client = nil }
    }

    func removeAnswers(keptUntil limit: Instant) {
        tables.answers = tables.answers.filter { $0.value.keptAt > limit }
    }

    func removeHolds(overSince limit: Instant) {
        let paid = Set(tables.paymentHolds.values)
        tables.holds = tables.holds.filter { id, entry in
            entry.hold.outcome == .completed || Instant(entry.hold.expiresAt) > limit || paid.contains(id)
        }
    }
}
