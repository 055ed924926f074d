import Booking
import Cinema
import GRDB

extension SQLiteRows {
    func payment(_ id: PaymentID) throws -> PaymentRow? {
        try payments("payment.id = ?", [id.text]).first
    }

    func payment(of order: OrderID) throws -> PaymentRow? {
        try payments(#"payment.id = (SELECT payment FROM "order" WHERE id = ?)"#, [order.digest]).first
    }

    func payments(of hold: HoldID) throws -> [PaymentRow] {
        try payments("payment.hold = ? ORDER BY attempt", [hold.digest])
    }

    func unfinishedPayments() throws -> [PaymentRow] {
        try payments(
            "payment.state IN \(PaymentState.unfinishedList) ORDER BY payment.started_at, payment.id", [])
    }

    private func payments(_ condition: String, _ arguments: StatementArguments) throws -> [PaymentRow] {
        try rows(
            """
            SELECT payment.*, hold.showtime, hold.expires_at, hold.outcome
            FROM payment JOIN hold ON hold.id = payment.hold WHERE \(condition)
            """, arguments
        ).map(Self.payment)
    }

    private static func payment(_ row: Row) throws -> PaymentRow {
        var purchase: Purchase?
        if let hold: String = row["hold_name"], let name: String = row["name"], let email: String = row["email"] {
            purchase = Purchase(of: HoldID(stored: hold), by: Buyer(storedName: name, email: email))
        }
        var lease: Lease?
        if let until: Instant = row["leased_until"] { lease = Lease(worker: row["worker"], until: until) }
        return PaymentRow(
            id: PaymentID(stored: row["id"]), attempt: row["attempt"], state: try state(row["state"]),
            reference: (row["reference"] as String?).map(PaymentReference.init(stored:)), challenge: row["challenge"],
            purchase: purchase, declineCode: row["decline_code"], lease: lease,
            showtime: ShowtimeID(stored: row["showtime"]), holdExpiresAt: row["expires_at"],
            holdOutcome: try outcome(row["outcome"]))
    }
}
