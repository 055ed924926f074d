import Cinema
import Foundation

/// A hold that somebody asks for.
struct HoldRequest: Sendable {
    let id: HoldID
    /// The ``Identifier/digest`` of the id, made while nobody had to wait.
    let digest: Data
    let quote: Quote
    let customer: Customer
    let answer: SealedAnswer?
    /// Of the ``ShowingRecord`` of just this showing, if it is known to be in the store.
    let showing: Int?

    var seats: [SeatKey] { quote.seats.map { SeatKey(quote.showtime, $0.seat) } }
}

/// Who of a group gets the seats that they ask for: who came first, and whose seats nobody has. A request that is refused is
/// in the way of no other.
struct HoldDecisions: Sendable {
    let policy: BookingPolicy

    /// What a group finds, and what it has taken so far.
    struct Ledger {
        let now: Instant
        let closed: Set<ShowtimeID>
        var claims: [SeatKey: SeatClaim]
        var openHolds: [ClientDigest: [OpenHold]]
    }

    /// Whose open holds have to be known: of nobody without a limit, for then nothing bounds how many there are.
    func counted(_ requests: [HoldRequest]) -> Set<ClientDigest> {
        policy.openSeats.isAny ? [] : Set(requests.compactMap(\.customer.client))
    }

    /// Grants the request, or throws why not.
    func decide(_ request: HoldRequest, _ ledger: inout Ledger) throws(BookingError) -> Hold {
        let now = ledger.now
        guard !ledger.closed.contains(request.quote.showtime) else { throw .salesClosed }
        if let client = request.customer.client, !policy.openSeats.isAny {
            try admit(request.quote, beside: ledger.openHolds[client] ?? [], at: now)
        }
        let seats = request.seats
        let taken = seats.filter { ledger.claims[$0]?.excludes(request.digest, at: now) ?? false }
        guard taken.isEmpty else { throw .seatsUnavailable(taken.map(\.seat)) }
        let hold = Hold(
            id: request.id, quote: request.quote, customer: request.customer, createdAt: now.date, policy: policy)
        let expiry = Instant(hold.expiresAt)
        for seat in seats {
            ledger.claims[seat] = SeatClaim(hold: request.digest, expiresAt: expiry)
        }
        if let client = request.customer.client {
            ledger.openHolds[client, default: []].append(
                OpenHold(showtime: request.quote.showtime, seatCount: seats.count, expiresAt: expiry))
        }
        return hold
    }

    private func admit(_ quote: Quote, beside holds: [OpenHold], at now: Instant) throws(BookingError) {
        func open(_ holds: [OpenHold]) -> OpenSeats {
            OpenSeats(
                count: holds.reduce(0) { $0 + $1.seatCount }, nextExpiry: holds.map(\.expiresAt).min()?.date)
        }
        try policy.openSeats.admit(
            quote, inShowing: open(holds.filter { $0.showtime == quote.showtime }), inAll: open(holds), at: now.date)
    }
}
