import Booking
import Foundation
import GRDB

/// Something that is always so in a store, and a question that finds where it is not.
struct StoreRule {
    /// What is wrong with each row that is found; the row's own words follow.
    private let fault: String
    private let sql: String
    /// Earlier stores do not have the columns.
    private let firstVersion: Int

    private init(fault: String, since firstVersion: Int = SQLiteSchema.firstVersion, sql: String) {
        self.fault = fault
        self.sql = sql
        self.firstVersion = firstVersion
    }

    func faults(_ database: Database) throws -> [String] {
        guard try SQLiteSchema.version(of: database) >= firstVersion else { return [] }
        return try Row.fetchAll(database, sql: sql).map { row in
            let words = row.databaseValues.map { value in
                if case .blob(let data) = value.storage { return data.map { String(format: "%02x", $0) }.joined() }
                return value.isNull ? "none" : "\(String.fromDatabaseValue(value) ?? "\(value)")"
            }
            return "\(fault): \(words.joined(separator: ", "))"
        }
    }

    private static let valid = "payment.state IN \(PaymentState.paidList)"

    /// A seat is one seat in all the ways in which Unicode lets its name be spelt.
    static let all = [
        StoreRule(
            fault: "a seat has two valid tickets (showtime, seat, how many)",
            sql: """
                SELECT o.showtime, normal_form(ticket.seat), count(*) FROM ticket
                JOIN "order" o ON o.id = ticket.order_id JOIN payment ON payment.id = o.payment WHERE \(valid)
                GROUP BY o.showtime, normal_form(ticket.seat) HAVING count(*) > 1
                """),
        StoreRule(
            fault: "a seat is claimed twice (showtime, seat, how many)",
            sql: """
                SELECT showtime, normal_form(seat), count(*) FROM claim
                GROUP BY showtime, normal_form(seat) HAVING count(*) > 1
                """),
        StoreRule(
            fault: "a valid ticket has no sold seat (order, showtime, seat)",
            sql: """
                SELECT o.id, o.showtime, ticket.seat FROM ticket JOIN "order" o ON o.id = ticket.order_id
                JOIN payment ON payment.id = o.payment
                WHERE \(valid) AND NOT EXISTS (
                    SELECT 1 FROM claim WHERE claim.showtime = o.showtime AND claim.seat = ticket.seat
                    AND claim.sold_to = o.id)
                """),
        StoreRule(
            fault: "a sold seat has no valid ticket (showtime, seat)",
            sql: """
                SELECT claim.showtime, claim.seat FROM claim WHERE sold_to IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM ticket JOIN "order" o ON o.id = ticket.order_id
                    JOIN payment ON payment.id = o.payment
                    WHERE o.id = claim.sold_to AND o.showtime = claim.showtime AND ticket.seat = claim.seat AND \(valid))
                """),
        StoreRule(
            fault: "a held seat has no open hold (showtime, seat)",
            sql: """
                SELECT claim.showtime, claim.seat FROM claim LEFT JOIN hold ON hold.id = claim.hold
                WHERE claim.sold_to IS NULL AND (hold.outcome IS NULL OR hold.outcome <> 'open')
                """),
        StoreRule(
            fault: "an order's total is not the sum of its tickets (order, total, sum)",
            sql: """
                SELECT o.id, o.total, coalesce(sum(ticket.price), 0) FROM "order" o
                LEFT JOIN ticket ON ticket.order_id = o.id GROUP BY o.id HAVING o.total <> coalesce(sum(ticket.price), 0)
                """),
        StoreRule(
            fault: "an order is not what was paid (order, total, paid)",
            sql: """
                SELECT o.id, o.total, payment.amount FROM "order" o JOIN payment ON payment.id = o.payment
                WHERE o.total <> payment.amount OR o.currency <> payment.currency OR o.hold <> payment.hold
                """),
        StoreRule(
            fault: "money was taken and nothing sold (payment's hold, state)",
            sql: """
                SELECT hold, state FROM payment
                WHERE state IN \(PaymentState.soldList)
                AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.payment = payment.id)
                """),
        StoreRule(
            fault: "seats were sold and no money taken (order, the payment's state)",
            sql: """
                SELECT o.id, payment.state FROM "order" o LEFT JOIN payment ON payment.id = o.payment
                WHERE payment.state IS NULL
                OR payment.state NOT IN \(PaymentState.soldList)
                """),
        StoreRule(
            fault: "a hold and its order disagree (hold, its outcome)",
            sql: """
                SELECT hold.id, hold.outcome FROM hold LEFT JOIN "order" o ON o.hold = hold.id
                WHERE (o.id IS NULL) <> (hold.outcome <> 'completed')
                """),
        StoreRule(
            fault: "the numbers of sales have a gap (theater, channel, last number, sales)", since: 6,
            sql: """
                SELECT theater, channel, max(last), sum(count) FROM (
                    SELECT theater, channel, last, 0 AS count FROM sale_series
                    UNION ALL
                    SELECT theater, channel, max(sale_number), count(*) FROM "order" WHERE theater IS NOT NULL
                    GROUP BY theater, channel)
                GROUP BY theater, channel HAVING count(*) <> 2 OR max(last) <> sum(count) OR min(last) <> max(last)
                """),
        StoreRule(
            fault: "a sale has a number of no series, or a series without a number (order)", since: 6,
            sql: #"SELECT number FROM "order" WHERE (theater IS NULL) <> (sale_number IS NULL) OR sale_number < 1"#),
        StoreRule(
            fault: "an order that is not refunded has a day of its refund (order, day)", since: 6,
            sql: """
                SELECT o.number, o.refund_day FROM "order" o JOIN payment ON payment.id = o.payment
                WHERE o.refund_day IS NOT NULL AND \(valid)
                """),
        StoreRule(
            fault: "money may have moved of which the provider's reference is not known (payment's hold, state)",
            since: 6,
            sql: """
                SELECT hold, state FROM payment
                WHERE reference IS NULL AND state NOT IN ('started', 'voiding', 'voided')
                """),
        StoreRule(
            fault: "a store has one epoch, or none yet if it is a copy (rows, epochs)", since: 5,
            sql: "SELECT count(*), group_concat(epoch) FROM store HAVING count(*) <> 1 OR sum(epoch = '') > 0"),
        StoreRule(
            fault: "a row leads to one that is missing (table, to table)",
            sql: #"SELECT "table", parent FROM pragma_foreign_key_check"#),
    ]
}
