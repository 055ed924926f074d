import Booking
import Cinema
import GRDB

extension SQLiteTransaction {
    func insert(_ payment: NewPayment) throws {
        try execute(
            """
            INSERT INTO payment (id, hold, attempt, state, amount, currency, started_at, worker, leased_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                payment.id.text, payment.hold.id.digest, payment.attempt, payment.state.rawValue,
                payment.hold.total.amount, payment.hold.total.currency.code, payment.startedAt,
                payment.lease.worker, payment.lease.until,
            ])
    }

    func setReference(_ reference: PaymentReference, of payment: PaymentID) throws {
        try execute("UPDATE payment SET reference = ? WHERE id = ?", [reference.text, payment.text])
    }

    func setState(_ state: PaymentState, of payment: PaymentID, lease: Lease?) throws {
        try execute(
            """
            UPDATE payment SET state = ?, challenge = NULL, hold_name = NULL, name = NULL, email = NULL,
                worker = ?, leased_until = ?
            WHERE id = ?
            """, [state.rawValue, lease?.worker, lease?.until, payment.text])
    }

    func setLease(_ lease: Lease, of payment: PaymentID) throws {
        try execute(
            "UPDATE payment SET worker = ?, leased_until = ? WHERE id = ?", [lease.worker, lease.until, payment.text])
    }

    func setChallenge(_ url: String, for purchase: Purchase, of payment: PaymentID) throws {
        try execute(
            "UPDATE payment SET challenge = ?, hold_name = ?, name = ?, email = ? WHERE id = ?",
            [url, purchase.hold.text, purchase.buyer.name, purchase.buyer.email, payment.text])
    }

    func setDeclineCode(_ code: String, of payment: PaymentID) throws {
        try execute("UPDATE payment SET decline_code = ? WHERE id = ?", [code, payment.text])
    }
}
