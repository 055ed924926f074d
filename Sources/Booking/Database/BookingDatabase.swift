package import Cinema
package import Foundation
package import Idempotency

/// Where a store keeps its rows: the port of ``BookingEngine``, which has all the rules.
///
/// An adapter knows how to read and write the rows, and that a transaction is one: whole or not at all, as if alone, and
/// durable when ``write(_:)`` returns. It decides nothing, but for one thing that it shares with nobody: the key of the table of
/// claims, which no rule can get round.
package protocol BookingDatabase: Sendable {
    /// Of the versions of seats: no two stores have the same, nor has a copy that was put in the place of a store.
    var epoch: String { get }
    /// Tells of seats once their changes are durable, and before ``write(_:)`` returns.
    var seatChanges: any SeatChangeFeed { get }

    /// The claims of a showtime, of one moment. They may come from a cache that is as good as the rows.
    func claims(of showtime: ShowtimeID) async throws -> ShowtimeClaims
    /// Reads the rows of one moment.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any BookingRows) throws -> Value) async throws -> Value
    /// Runs `body` in a transaction. What it throws is thrown, and then it has had no effect.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingTransaction) throws -> Value
    ) async throws -> Value
    /// Throws ``StoreError`` if nothing can be written, or if the rows were once seen to be damaged.
    func requireWritable() async throws
}

/// The rows of one moment.
package protocol BookingRows {
    /// The time by the clock that the rows go by.
    var now: Instant { get }

    func claims(of showtime: ShowtimeID) throws -> ShowtimeClaims
    /// The versions of those that have one.
    func versions(of showtimes: [ShowtimeID]) throws -> [ShowtimeID: Int]
    /// When the first of the seats that are held is over.
    func firstExpiry() throws -> Instant?
    func hold(_ id: HoldID) throws -> Hold?
    /// The holds that have not ended and are not over.
    func openHolds(of client: ClientDigest) throws -> [OpenHold]

    func payment(_ id: PaymentID) throws -> PaymentRow?
    func payment(of order: OrderID) throws -> PaymentRow?
    /// In the order of the attempts.
    func payments(of hold: HoldID) throws -> [PaymentRow]
    /// Those of which ``PaymentState/isUnfinished`` is true, the oldest first.
    func unfinishedPayments() throws -> [PaymentRow]

    func order(_ id: OrderID) throws -> Order?
    /// What it became; `nil` if it is not paid.
    func order(of hold: HoldID) throws -> NamedOrder?
    func order(paidWith payment: PaymentID) throws -> SoldOrder?
    func hasOrder(_ number: OrderNumber) throws -> Bool
    func ticket(_ id: TicketID) throws -> Ticket?
    /// How many tickets a buyer has of a showtime whose orders are paid.
    func paidTickets(of mailbox: Mailbox, in showtime: ShowtimeID) throws -> Int

    /// As which record its seats were sold; `nil` if there is no such order.
    func soldShowing(of order: OrderID) throws -> SoldShowing?
    /// The record that the hold was made for; `nil` if there is none.
    func showing(of hold: HoldID) throws -> ShowingRecord?
    func record(_ sequence: Int, of showtime: ShowtimeID) throws -> ShowingRecord?
    func newestRecord(of showtime: ShowtimeID) throws -> ShowingRecord?

    func answer(_ key: Data) throws -> KeptAnswer?
}

/// The rows as a transaction sees and changes them.
package protocol BookingTransaction: BookingRows {
    /// How many callers are served by this one transaction; it is one unless this is said. Where it is none, nothing is kept.
    func serve(callers: Int)

    /// The claims on these seats, also those that are over. Until the transaction ends nobody else changes claims of their
    /// showtimes.
    func claims(on seats: Set<SeatKey>) throws -> [SeatKey: SeatClaim]
    /// The showtimes of claims that are over.
    func showtimesWithExpiredClaims() throws -> [ShowtimeID]
    /// Counts a change of a showtime's seats, and tells it to ``BookingDatabase/seatChanges`` once it is durable.
    func change(_ showtime: ShowtimeID, sold: [SeatName], held: [SeatName], released: [SeatName]) throws

    /// Writes the holds and their claims. A claim takes the place of one that is over, or is the hold's own, and of no other: the
    /// key says so, whatever was decided.
    ///
    /// - Returns: the seats of which that came to nothing. Where there are any, the transaction must not be committed.
    func insert(_ holds: [NewHold]) throws -> Set<SeatKey>
    /// Makes the claims of a hold those of an order, by the same key.
    ///
    /// - Returns: the seats of which that came to nothing. Where there are any, the transaction must not be committed.
    func sell(_ hold: Hold, to order: OrderID) throws -> Set<SeatKey>
    /// Writes when the hold is over.
    ///
    /// - Returns: how many claims it has.
    func setExpiry(of hold: Hold) throws -> Int
    func end(_ hold: Hold, as outcome: Hold.Outcome) throws
    /// - Returns: the seats of the claims that were the hold's, and not sold.
    func removeClaims(of hold: Hold) throws -> [SeatName]
    /// - Returns: the seats of the claims that were over, and not sold.
    func removeExpiredClaims(of showtime: ShowtimeID) throws -> [SeatName]
    /// - Returns: the seats that were sold to the order.
    func removeClaims(of order: Order) throws -> [SeatName]

    func insert(_ payment: NewPayment) throws
    func setReference(_ reference: PaymentReference, of payment: PaymentID) throws
    /// What is known of the buyer leaves the payment with the state that needed it.
    func setState(_ state: PaymentState, of payment: PaymentID, lease: Lease?) throws
    func setLease(_ lease: Lease, of payment: PaymentID) throws
    func setChallenge(_ url: String, for purchase: Purchase, of payment: PaymentID) throws
    func setDeclineCode(_ code: String, of payment: PaymentID) throws

    func insert(_ order: NewOrder) throws
    /// The day to which the refund of an order belongs.
    func setRefundDay(_ day: CivilDate, of order: OrderID) throws
    /// Counts a sale. Until the transaction ends nobody else counts one of this series, so it is asked for last of all that others
    /// may wait for.
    func nextSaleNumber(of theater: String, through channel: SalesChannel) throws -> Int
    func insert(_ record: ShowingRecord, of showtime: ShowtimeID) throws
    /// Writes the slugs of a record that has none.
    func complete(_ record: ShowingRecord, of showtime: ShowtimeID) throws
    /// - Returns: whether the key was new; else nothing is written.
    func keep(_ answer: KeptAnswer) throws -> Bool
    func append(_ event: BookingEvent) throws

    /// Which of the showings are closed. Until the transaction ends nobody else closes or reopens one of them.
    func closedShowings(among showtimes: Set<ShowtimeID>) throws -> Set<ShowtimeID>
    /// - Returns: whether it was open; else nothing is written.
    func insert(_ closed: ClosedShowing) throws -> Bool
    /// - Returns: whether it was closed.
    func removeClosedShowing(_ showtime: ShowtimeID) throws -> Bool

    /// Takes the clients out of holds that are over.
    func forgetClients() throws
    func removeAnswers(keptUntil limit: Instant) throws
    /// Those that came to nothing, and that nobody has tried to pay for.
    func removeHolds(overSince limit: Instant) throws
}
