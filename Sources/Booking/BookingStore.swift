package import Cinema
package import Foundation
package import Idempotency

/// Holds, orders and payments, durable.
///
/// Each method is one transaction with one frozen "now"; when it returns, its effects survive a power cut; when it
/// throws, it has had none. Refusals are thrown as ``BookingError``, trouble with the store as ``StoreError``, a step that
/// does not follow from a payment's state as ``PaymentHasMovedOn``.
package protocol BookingStore: AnswerStore {
    /// The seats as they are now: expired holds are no longer among them.
    func seats(of showtime: ShowtimeID) async throws -> SeatStates

    /// The versions of those of the showtimes whose seats have changed since they went on sale.
    func versions(of showtimes: [ShowtimeID]) async throws -> [ShowtimeID: Int]

    /// Holds all seats of `quote`, or throws `seatsUnavailable`, or `tooManyOpenSeats` of the client, and holds none.
    ///
    func place(_ quote: Quote, for customer: Customer, answering: Answering<HoldID>?) async throws -> Hold
    func hold(_ id: HoldID) async throws -> Hold
    /// The hold as it was when it was answered so, whatever has become of it.
    func hold(_ id: HoldID, in answer: KeptAnswer) async throws -> Hold
    func extend(_ id: HoldID, answering: Answering<HoldID>?) async throws -> Hold
    func release(_ id: HoldID) async throws

    /// Writes down that money is about to be authorized for a hold that is open. An authentication that the same buyer has
    /// left open is given up for it, and counts as declined. Throws `tooManyDeclines` where too many were, or could still be.
    ///
    /// The payment is leased to this opening of the store, as it is by every step after which money still has to move.
    func startPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold
    /// Writes down what the provider calls a payment that has just begun: without it nobody could find its money again.
    func setReference(_ reference: PaymentReference, of payment: PaymentID) async throws
    /// Writes down what to sell when the buyer has proved at `url` who they are.
    func authenticate(
        _ payment: PaymentID, for purchase: Purchase, at url: String, answering: Answering<Void>?)
        async throws
    /// Sells the seats of an authorized payment. A hold that expired since is sold all the same if its seats are free.
    func sell(_ payment: PaymentID, for purchase: Purchase, answering: Answering<OrderID>?) async throws -> Sale
    func decline(_ payment: PaymentID, code: String, answering: Answering<Void>?) async throws
    func advance(_ payment: PaymentID, to next: PaymentState) async throws
    /// - Returns: `nil` if there is no such payment.
    func payment(_ id: PaymentID) async throws -> Payment?
    /// - Returns: `nil` if nobody has tried to pay for the hold.
    func newestPayment(of hold: HoldID) async throws -> Payment?
    /// Those that are to be settled: unfinished, and not leased to another opening of the store.
    func unfinishedPayments() async throws -> [Payment]
    /// Leases an unfinished payment to this opening of the store, for ``BookingPolicy/paymentLease``.
    ///
    /// - Returns: the payment; `nil` if there is nothing to do, or if it is leased to another.
    func leasePayment(_ id: PaymentID) async throws -> Payment?
    /// Leases payments anew that are leased to this opening of the store; others stay as they are.
    func renewLeases(of payments: [PaymentID]) async throws

    func order(_ id: OrderID) async throws -> Order
    /// The order that a hold became. Throws ``OrderNameLost`` if no key names it.
    func order(of hold: HoldID) async throws -> Order
    func ticket(_ id: TicketID) async throws -> Ticket
    func payment(of order: OrderID) async throws -> Payment
    /// Voids the tickets, frees the seats, and writes down that the money goes back. Of a captured order whose refund has
    /// begun already nothing changes.
    func startRefund(of order: OrderID) async throws -> Order
    /// The order as it is now; what is answered of it is kept.
    func order(_ id: OrderID, answering: Answering<OrderID>?) async throws -> Order
    /// The order as it was when it was answered so, whatever has become of it.
    func order(_ id: OrderID, in answer: KeptAnswer) async throws -> Order
    /// What the buyer of an order is told of its showing. What is new in it is written down, so that the changes have
    /// numbers that only grow, whichever process tells them.
    ///
    /// - Parameter listing: what the catalog says of the showing now.
    /// - Returns: `nil` if nothing was ever known of the showing.
    func showing(of order: OrderID, listing: ShowingListing) async throws -> OrderedShowing?

    /// Frees the seats of all holds that are over, and tells the watchers.
    ///
    /// - Returns: when the next hold will be over; `nil` if there is none.
    func expire() async throws -> Date?
    /// Removes what time has ended. Nothing else depends on it.
    func tidy() async throws
    /// Throws ``StoreError`` if the store cannot write.
    func requireWritable() async throws
    /// Of the versions of seats: no two stores have the same, nor has a copy that was put in the place of a store.
    var epoch: String { get }
    /// Tells of each change of seats before the caller who made it is answered.
    var changes: any SeatChangeFeed { get }
}

extension BookingStore {
    package func place(_ quote: Quote, answering: Answering<HoldID>?) async throws -> Hold {
        try await place(quote, for: Customer(), answering: answering)
    }
}
