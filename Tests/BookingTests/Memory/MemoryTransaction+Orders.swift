import Booking
import Cinema
import Foundation
import Idempotency

extension MemoryTransaction {
    // MARK: - Payments

    func payment(_ id: PaymentID) -> PaymentRow? {
        guard let row = tables.payments[id], let hold = tables.paymentHolds[id].flatMap(hold) else { return nil }
        return row.with(hold: hold)
    }

    func payment(of order: OrderID) -> PaymentRow? { tables.orders[order].flatMap { payment($0.payment) } }

    func payments(of hold: HoldID) -> [PaymentRow] {
        tables.paymentOrder.filter { tables.paymentHolds[$0] == hold }.compactMap(payment)
    }

    func unfinishedPayments() -> [PaymentRow] {
        tables.paymentOrder.compactMap(payment).filter(\.state.isUnfinished)
    }

    func insert(_ payment: NewPayment) {
        tables.payments[payment.id] = PaymentRow(
            id: payment.id, attempt: payment.attempt, state: payment.state, reference: nil, challenge: nil,
            purchase: nil, declineCode: nil, lease: payment.lease, showtime: payment.hold.showtime,
            holdExpiresAt: Instant(payment.hold.expiresAt), holdOutcome: payment.hold.outcome)
        tables.paymentHolds[payment.id] = payment.hold.id
        tables.paymentOrder.append(payment.id)
    }

    func setReference(_ reference: PaymentReference, of payment: PaymentID) {
        change(payment) { $0.with(reference: reference) }
    }

    func setState(_ state: PaymentState, of payment: PaymentID, lease: Lease?) {
        change(payment) { $0.with(state: state, lease: lease) }
    }

    func setLease(_ lease: Lease, of payment: PaymentID) {
        change(payment) { $0.with(lease: lease) }
    }

    func setChallenge(_ url: String, for purchase: Purchase, of payment: PaymentID) {
        change(payment) { $0.with(challenge: url, purchase: purchase) }
    }

    func setDeclineCode(_ code: String, of payment: PaymentID) {
        change(payment) { $0.with(declineCode: code) }
    }

    private func change(_ payment: PaymentID, _ change: (PaymentRow) -> PaymentRow) {
        tables.payments[payment] = tables.payments[payment].map(change)
    }

    // MARK: - Orders

    func order(_ id: OrderID) -> Order? {
        guard let order = tables.orders[id]?.order, let status = payment(of: id)?.state.orderStatus else {
            return nil
        }
        return order.standing(status)
    }

    func order(of hold: HoldID) -> NamedOrder? {
        tables.orders.values.first { $0.hold == hold }.map {
            NamedOrder(
                number: $0.order.number, name: SealedName(digest: $0.order.id.digest, sealed: $0.sealed))
        }
    }

    func order(paidWith payment: PaymentID) -> SoldOrder? {
        tables.orders.values.first { $0.payment == payment }?.order.sold
    }

    func hasOrder(_ number: OrderNumber) -> Bool {
        tables.orders.values.contains { $0.order.number == number }
    }

    func ticket(_ id: TicketID) -> Ticket? {
        tables.orders.keys.compactMap(order).flatMap(\.tickets).first { $0.id == id }
    }

    func paidTickets(of mailbox: Mailbox, in showtime: ShowtimeID) -> Int {
        tables.orders.values.filter { $0.buyer.mailbox == mailbox }.compactMap { order($0.order.id) }
            .filter { $0.showtime == showtime && $0.status == .paid }.reduce(0) { $0 + $1.tickets.count }
    }

    func insert(_ order: NewOrder) { tables.orders[order.order.id] = order }
    func setRefundDay(_ day: CivilDate, of order: OrderID) { tables.refundDays[order] = day }

    func nextSaleNumber(of theater: String, through channel: SalesChannel) -> Int {
        tables.series["\(theater) \(channel)", default: 0] += 1
        return tables.series["\(theater) \(channel)"] ?? 0
    }

    func append(_ event: BookingEvent) { tables.events.append(event) }

    // MARK: - Showings and answers

    func soldShowing(of order: OrderID) -> SoldShowing? {
        tables.orders[order].flatMap { tables.holds[$0.hold] }.map {
            SoldShowing(showtime: $0.hold.showtime, sequence: $0.showing)
        }
    }

    func showing(of hold: HoldID) -> ShowingRecord? {
        tables.holds[hold].flatMap { record($0.showing, of: $0.hold.showtime) }
    }

    func record(_ sequence: Int, of showtime: ShowtimeID) -> ShowingRecord? {
        tables.showings[showtime]?.first { $0.sequence == sequence }
    }

    func newestRecord(of showtime: ShowtimeID) -> ShowingRecord? { tables.showings[showtime]?.last }

    func complete(_ record: ShowingRecord, of showtime: ShowtimeID) {
        tables.showings[showtime] = tables.showings[showtime]?.map { $0.sequence == record.sequence ? record : $0 }
    }

    func insert(_ record: ShowingRecord, of showtime: ShowtimeID) {
        tables.showings[showtime, default: []].append(record)
    }

    func closedShowings(among showtimes: Set<ShowtimeID>) -> Set<ShowtimeID> {
        showtimes.filter { tables.closed[$0] != nil }
    }

    func insert(_ closed: ClosedShowing) -> Bool {
        guard tables.closed[closed.showtime] == nil else { return false }
        tables.closed[closed.showtime] = closed
        return true
    }

    func removeClosedShowing(_ showtime: ShowtimeID) -> Bool { tables.closed.removeValue(forKey: showtime) != nil }

    func answer(_ key: Data) -> KeptAnswer? { tables.answers[key]?.answer }

    func keep(_ answer: KeptAnswer) -> Bool {
        guard tables.answers[answer.call.key] == nil else { return false }
        tables.answers[answer.call.key] = (answer, now)
        return true
    }
}

extension PaymentRow {
    fileprivate func with(hold: Hold) -> PaymentRow {
        PaymentRow(
            id: id, attempt: attempt, state: state, reference: reference, challenge: challenge, purchase: purchase,
            declineCode: declineCode, lease: lease, showtime: showtime, holdExpiresAt: Instant(hold.expiresAt),
            holdOutcome: hold.outcome)
    }

    /// In another state nothing is known of the buyer.
    fileprivate func with(state: PaymentState, lease: Lease?) -> PaymentRow {
        PaymentRow(
            id: id, attempt: attempt, state: state, reference: reference, challenge: nil, purchase: nil,
            declineCode: declineCode, lease: lease, showtime: showtime, holdExpiresAt: holdExpiresAt,
            holdOutcome: holdOutcome)
    }

    fileprivate func with(
        reference: PaymentReference? = nil, lease: Lease? = nil, challenge: String? = nil, purchase: Purchase? = nil,
        declineCode: String? = nil
    ) -> PaymentRow {
        PaymentRow(
            id: id, attempt: attempt, state: state, reference: reference ?? self.reference,
            challenge: challenge ?? self.challenge, purchase: purchase ?? self.purchase,
            declineCode: declineCode ?? self.declineCode,
            lease: lease ?? self.lease, showtime: showtime, holdExpiresAt: holdExpiresAt, holdOutcome: holdOutcome)
    }
}
