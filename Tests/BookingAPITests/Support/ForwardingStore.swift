import Booking
import Cinema
import Foundation
import Idempotency

/// A store that hands on what it does not do in a way of its own.
protocol ForwardingStore: BookingStore {
    var base: any BookingStore { get }
}

extension ForwardingStore {
    var epoch: String { base.epoch }
    var changes: any SeatChangeFeed { base.changes }

    func seats(of showtime: ShowtimeID) async throws -> SeatStates { try await base.seats(of: showtime) }

    func versions(of showtimes: [ShowtimeID]) async throws -> [ShowtimeID: Int] {
        try await base.versions(of: showtimes)
    }

    func place(_ quote: Quote, for customer: Customer, answering: Answering<HoldID>?) async throws -> Hold {
        try await base.place(quote, for: customer, answering: answering)
    }

    func hold(_ id: HoldID) async throws -> Hold { try await base.hold(id) }

    func hold(_ id: HoldID, in answer: KeptAnswer) async throws -> Hold {
        try await base.hold(id, in: answer)
    }

    func extend(_ id: HoldID, answering: Answering<HoldID>?) async throws -> Hold {
        try await base.extend(id, answering: answering)
    }

    func release(_ id: HoldID) async throws { try await base.release(id) }

    func startPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold {
        try await base.startPayment(id, for: purchase)
    }

    func setReference(_ reference: PaymentReference, of payment: PaymentID) async throws {
        try await base.setReference(reference, of: payment)
    }

    func authenticate(
        _ payment: PaymentID, for purchase: Purchase, at url: String, answering: Answering<Void>?
    ) async throws {
        try await base.authenticate(payment, for: purchase, at: url, answering: answering)
    }

    func sell(_ payment: PaymentID, for purchase: Purchase, answering: Answering<OrderID>?) async throws -> Sale {
        try await base.sell(payment, for: purchase, answering: answering)
    }

    func decline(_ payment: PaymentID, code: String, answering: Answering<Void>?) async throws {
        try await base.decline(payment, code: code, answering: answering)
    }

    func advance(_ payment: PaymentID, to next: PaymentState) async throws {
        try await base.advance(payment, to: next)
    }

    func payment(_ id: PaymentID) async throws -> Payment? { try await base.payment(id) }
    func newestPayment(of hold: HoldID) async throws -> Payment? { try await base.newestPayment(of: hold) }
    func unfinishedPayments() async throws -> [Payment] { try await base.unfinishedPayments() }
    func leasePayment(_ id: PaymentID) async throws -> Payment? { try await base.leasePayment(id) }
    func renewLeases(of payments: [PaymentID]) async throws { try await base.renewLeases(of: payments) }
    func order(_ id: OrderID) async throws -> Order { try await base.order(id) }
    func order(of hold: HoldID) async throws -> Order { try await base.order(of: hold) }
    func ticket(_ id: TicketID) async throws -> Ticket { try await base.ticket(id) }
    func payment(of order: OrderID) async throws -> Payment { try await base.payment(of: order) }
    func startRefund(of order: OrderID) async throws -> Order { try await base.startRefund(of: order) }

    func order(_ id: OrderID, answering: Answering<OrderID>?) async throws -> Order {
        try await base.order(id, answering: answering)
    }

    func order(_ id: OrderID, in answer: KeptAnswer) async throws -> Order {
        try await base.order(id, in: answer)
    }

    func showing(of order: OrderID, listing: ShowingListing) async throws -> OrderedShowing? {
        try await base.showing(of: order, listing: listing)
    }

    func past(_ call: RepeatableCall) async throws -> PastCall { try await base.past(call) }
    func expire() async throws -> Date? { try await base.expire() }
    func tidy() async throws { try await base.tidy() }
    func requireWritable() async throws { try await base.requireWritable() }
}
