import Booking
import BookingSQLite
import Cinema
import Foundation
import Idempotency

/// A store each of whose transactions waits for its turn.
struct StagedStore: BookingStore {
    private let store: BookingEngine
    private let process: SimulatedProcess
    private let player: Stage.Player

    init(_ store: BookingEngine, _ process: SimulatedProcess, _ player: Stage.Player) {
        self.store = store
        self.process = process
        self.player = player
    }

    private func step<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await process.step(player, work)
    }

    var epoch: String { store.epoch }
    var changes: any SeatChangeFeed { store.changes }

    func seats(of showtime: ShowtimeID) async throws -> SeatStates {
        try await step { try await store.seats(of: showtime) }
    }

    func versions(of showtimes: [ShowtimeID]) async throws -> [ShowtimeID: Int] {
        try await step { try await store.versions(of: showtimes) }
    }

    func place(_ quote: Quote, for customer: Customer, answering: Answering<HoldID>?) async throws -> Hold {
        try await step { try await store.place(quote, for: customer, answering: answering) }
    }

    func hold(_ id: HoldID) async throws -> Hold { try await step { try await store.hold(id) } }

    func hold(_ id: HoldID, in answer: KeptAnswer) async throws -> Hold {
        try await step { try await store.hold(id, in: answer) }
    }

    func extend(_ id: HoldID, answering: Answering<HoldID>?) async throws -> Hold {
        try await step { try await store.extend(id, answering: answering) }
    }

    func release(_ id: HoldID) async throws { try await step { try await store.release(id) } }

    func startPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold {
        try await step { try await store.startPayment(id, for: purchase) }
    }

    func setReference(_ reference: PaymentReference, of payment: PaymentID) async throws {
        guard !process.putsOff(reference, of: payment) else { return }
        try await step { try await store.setReference(reference, of: payment) }
    }

    /// What was put off: the bank has been asked for the money meanwhile.
    private func setLateReference(of payment: PaymentID) async throws {
        guard let reference = process.lateReference(of: payment) else { return }
        try await step { try await store.setReference(reference, of: payment) }
    }

    func authenticate(
        _ payment: PaymentID, for purchase: Purchase, at url: String, answering: Answering<Void>?
    ) async throws {
        try await setLateReference(of: payment)
        try await step { try await store.authenticate(payment, for: purchase, at: url, answering: answering) }
    }

    func sell(_ payment: PaymentID, for purchase: Purchase, answering: Answering<OrderID>?) async throws -> Sale {
        try await setLateReference(of: payment)
        return try await step {
            do {
                return try await store.sell(payment, for: purchase, answering: answering)
            } catch is PaymentHasMovedOn where process.goesOnRegardless {
                let other = process.newPayment()
                _ = try await store.startPayment(other, for: purchase)
                return try await store.sell(other, for: purchase, answering: answering)
            }
        }
    }

    func decline(_ payment: PaymentID, code: String, answering: Answering<Void>?) async throws {
        try await setLateReference(of: payment)
        try await step { try await store.decline(payment, code: code, answering: answering) }
    }

    func advance(_ payment: PaymentID, to next: PaymentState) async throws {
        do {
            try await step { try await store.advance(payment, to: next) }
        } catch is PaymentHasMovedOn where process.goesOnRegardless {
            // As if it had been done.
        }
    }

    func payment(_ id: PaymentID) async throws -> Payment? { try await step { try await store.payment(id) } }

    func newestPayment(of hold: HoldID) async throws -> Payment? {
        try await step { try await store.newestPayment(of: hold) }
    }

    func unfinishedPayments() async throws -> [Payment] { try await step { try await store.unfinishedPayments() } }

    func leasePayment(_ id: PaymentID) async throws -> Payment? {
        try await step { try await store.leasePayment(id) }
    }

    func renewLeases(of payments: [PaymentID]) async throws {
        try await step { try await store.renewLeases(of: payments) }
    }

    func order(_ id: OrderID) async throws -> Order { try await step { try await store.order(id) } }

    func order(of hold: HoldID) async throws -> Order { try await step { try await store.order(of: hold) } }

    func ticket(_ id: TicketID) async throws -> Ticket { try await step { try await store.ticket(id) } }

    func payment(of order: OrderID) async throws -> Payment { try await step { try await store.payment(of: order) } }

    func startRefund(of order: OrderID) async throws -> Order {
        try await step { try await store.startRefund(of: order) }
    }

    func order(_ id: OrderID, answering: Answering<OrderID>?) async throws -> Order {
        try await step { try await store.order(id, answering: answering) }
    }

    func order(_ id: OrderID, in answer: KeptAnswer) async throws -> Order {
        try await step { try await store.order(id, in: answer) }
    }

    func showing(of order: OrderID, listing: ShowingListing) async throws -> OrderedShowing? {
        try await step { try await store.showing(of: order, listing: listing) }
    }

    func past(_ call: RepeatableCall) async throws -> PastCall { try await step { try await store.past(call) } }

    func expire() async throws -> Date? { try await step { try await store.expire() } }

    func tidy() async throws { try await step { try await store.tidy() } }

    func requireWritable() async throws { try await step { try await store.requireWritable() } }
}
