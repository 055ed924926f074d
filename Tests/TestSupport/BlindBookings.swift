package import Booking
package import Cinema
import Foundation
import Idempotency

/// A store whose rules do not see some of its rows.
package final class BlindBookings: BookingDatabase {
    package enum Blindness: Sendable {
        /// Every seat is granted to everyone: all that still keeps two claims of one seat apart is the key.
        case claims
        /// No showing is closed.
        case closings
    }

    private let base: any BookingDatabase
    private let blindness: Blindness

    package init(_ base: any BookingDatabase, to blindness: Blindness = .claims) {
        self.base = base
        self.blindness = blindness
    }

    package var epoch: String { base.epoch }
    package var seatChanges: any SeatChangeFeed { base.seatChanges }

    package func claims(of showtime: ShowtimeID) async throws -> ShowtimeClaims {
        try await base.claims(of: showtime)
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingRows) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingTransaction) throws -> Value
    ) async throws -> Value {
        try await base.write { [blindness] in try body(BlindTransaction(base: $0, blindness: blindness)) }
    }

    package func requireWritable() async throws { try await base.requireWritable() }
}

private struct BlindTransaction: BookingTransaction {
    let base: any BookingTransaction
    let blindness: BlindBookings.Blindness

    func claims(on seats: Set<SeatKey>) throws -> [SeatKey: SeatClaim] {
        blindness == .claims ? [:] : try base.claims(on: seats)
    }

    func closedShowings(among showtimes: Set<ShowtimeID>) throws -> Set<ShowtimeID> {
        blindness == .closings ? [] : try base.closedShowings(among: showtimes)
    }

    var now: Instant { base.now }
    func serve(callers: Int) { base.serve(callers: callers) }
    func claims(of showtime: ShowtimeID) throws -> ShowtimeClaims { try base.claims(of: showtime) }
    func versions(of showtimes: [ShowtimeID]) throws -> [ShowtimeID: Int] { try base.versions(of: showtimes) }
    func firstExpiry() throws -> Instant? { try base.firstExpiry() }
    func hold(_ id: HoldID) throws -> Hold? { try base.hold(id) }
    func openHolds(of client: ClientDigest) throws -> [OpenHold] { try base.openHolds(of: client) }
    func payment(_ id: PaymentID) throws -> PaymentRow? { try base.payment(id) }
    func payment(of order: OrderID) throws -> PaymentRow? { try base.payment(of: order) }
    func payments(of hold: HoldID) throws -> [PaymentRow] { try base.payments(of: hold) }
    func unfinishedPayments() throws -> [PaymentRow] { try base.unfinishedPayments() }
    func order(_ id: OrderID) throws -> Order? { try base.order(id) }
    func order(of hold: HoldID) throws -> NamedOrder? { try base.order(of: hold) }
    func order(paidWith payment: PaymentID) throws -> SoldOrder? { try base.order(paidWith: payment) }
    func hasOrder(_ number: OrderNumber) throws -> Bool { try base.hasOrder(number) }
    func ticket(_ id: TicketID) throws -> Ticket? { try base.ticket(id) }

    func paidTickets(of mailbox: Mailbox, in showtime: ShowtimeID) throws -> Int {
        try base.paidTickets(of: mailbox, in: showtime)
    }

    func soldShowing(of order: OrderID) throws -> SoldShowing? { try base.soldShowing(of: order) }

    func showing(of hold: HoldID) throws -> ShowingRecord? { try base.showing(of: hold) }

    func record(_ sequence: Int, of showtime: ShowtimeID) throws -> ShowingRecord? {
        try base.record(sequence, of: showtime)
    }

    func newestRecord(of showtime: ShowtimeID) throws -> ShowingRecord? { try base.newestRecord(of: showtime) }
    func answer(_ key: Data) throws -> KeptAnswer? { try base.answer(key) }
    func showtimesWithExpiredClaims() throws -> [ShowtimeID] { try base.showtimesWithExpiredClaims() }

    func change(_ showtime: ShowtimeID, sold: [SeatName], held: [SeatName], released: [SeatName]) throws {
        try base.change(showtime, sold: sold, held: held, released: released)
    }

    func insert(_ holds: [NewHold]) throws -> Set<SeatKey> { try base.insert(holds) }
    func sell(_ hold: Hold, to order: OrderID) throws -> Set<SeatKey> { try base.sell(hold, to: order) }
    func setExpiry(of hold: Hold) throws -> Int { try base.setExpiry(of: hold) }
    func end(_ hold: Hold, as outcome: Hold.Outcome) throws { try base.end(hold, as: outcome) }
    func removeClaims(of hold: Hold) throws -> [SeatName] { try base.removeClaims(of: hold) }

    func removeExpiredClaims(of showtime: ShowtimeID) throws -> [SeatName] {
        try base.removeExpiredClaims(of: showtime)
    }

    func removeClaims(of order: Order) throws -> [SeatName] { try base.removeClaims(of: order) }
    func insert(_ payment: NewPayment) throws { try base.insert(payment) }

    func setReference(_ reference: PaymentReference, of payment: PaymentID) throws {
        try base.setReference(reference, of: payment)
    }

    func setState(_ state: PaymentState, of payment: PaymentID, lease: Lease?) throws {
        try base.setState(state, of: payment, lease: lease)
    }

    func setLease(_ lease: Lease, of payment: PaymentID) throws { try base.setLease(lease, of: payment) }

    func setChallenge(_ url: String, for purchase: Purchase, of payment: PaymentID) throws {
        try base.setChallenge(url, for: purchase, of: payment)
    }

    func setDeclineCode(_ code: String, of payment: PaymentID) throws { try base.setDeclineCode(code, of: payment) }
    func insert(_ order: NewOrder) throws { try base.insert(order) }

    func setRefundDay(_ day: CivilDate, of order: OrderID) throws { try base.setRefundDay(day, of: order) }

    func nextSaleNumber(of theater: String, through channel: SalesChannel) throws -> Int {
        try base.nextSaleNumber(of: theater, through: channel)
    }

    func complete(_ record: ShowingRecord, of showtime: ShowtimeID) throws {
        try base.complete(record, of: showtime)
    }

    func insert(_ record: ShowingRecord, of showtime: ShowtimeID) throws { try base.insert(record, of: showtime) }
    func keep(_ answer: KeptAnswer) throws -> Bool { try base.keep(answer) }
    func append(_ event: BookingEvent) throws { try base.append(event) }
    func insert(_ closed: ClosedShowing) throws -> Bool { try base.insert(closed) }

    func removeClosedShowing(_ showtime: ShowtimeID) throws -> Bool { try base.removeClosedShowing(showtime) }

    func forgetClients() throws { try base.forgetClients() }
    func removeAnswers(keptUntil limit: Instant) throws { try base.removeAnswers(keptUntil: limit) }
    func removeHolds(overSince limit: Instant) throws { try base.removeHolds(overSince: limit) }
}
