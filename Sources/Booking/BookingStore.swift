/// Holds, orders and payments, durable.
///
/// Each method is one transaction with one frozen "now"; when it returns, its effects survive a power cut; when it
/// throws, it has had none. Refusals are thrown as ``BookingError``, trouble with the store as ``StoreError``.
package protocol BookingStore: Sendable {
    /// The seats as they are now: expired holds are no longer among them.
    func seats(of showtime: String) async throws -> SeatStates

    /// Holds all seats of `quote`, or throws `seatsUnavailable` and holds none.
    func place(_ quote: Quote, answering: Answering<Hold>?) async throws -> Hold
    func hold(_ id: HoldID) async throws -> Hold
    func extend(_ id: HoldID, answering: Answering<Hold>?) async throws -> Hold
    func release(_ id: HoldID) async throws

    /// Writes down that money is about to be authorized for a hold that is open.
    func startPayment(_ id: PaymentID, for hold: HoldID) async throws -> Hold
    /// Sells the seats of an authorized payment. A hold that expired since is sold all the same if its seats are free.
    func sell(_ payment: PaymentID, to buyer: Buyer, answering: Answering<Order>?) async throws -> Sale
    func decline(_ payment: PaymentID, answering: Answering<Void>?) async throws
    /// - Throws: ``PaymentHasMovedOn`` if the payment is in no state that `next` follows.
    func advance(_ payment: PaymentID, to next: PaymentState) async throws
    /// - Returns: `nil` if there is no such payment.
    func state(of payment: PaymentID) async throws -> PaymentState?
    func unfinishedPayments() async throws -> [UnfinishedPayment]

    func order(_ id: OrderID) async throws -> Order
    func ticket(_ id: TicketID) async throws -> Ticket

    func past(_ call: RepeatableCall) async throws -> PastCall

    /// Removes what time has ended. Nothing else depends on it.
    func tidy() async throws
    /// Throws ``StoreError`` if the store cannot write.
    func requireWritable() async throws
    /// Different for each store that was ever created, so that versions of two stores are never taken for each other.
    var identity: String { get }
}

/// Someone else has taken the payment a step further.
package struct PaymentHasMovedOn: Error {
    package init() {}
}
