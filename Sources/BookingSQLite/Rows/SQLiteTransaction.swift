import Booking
import Cinema
import Foundation
import GRDB
import Idempotency

/// The rows in a write transaction, and the seats that it changes.
final class SQLiteTransaction: SQLiteRows, BookingTransaction {
    /// Told to the watchers once the transaction is durable.
    private(set) var changes: [SeatChange] = []
    private(set) var callers = 1

    func serve(callers: Int) { self.callers = callers }

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func change(_ showtime: ShowtimeID, sold: [SeatName], held: [SeatName], released: [SeatName]) throws {
        let version = try number(
            """
            INSERT INTO seat_version (showtime, version) VALUES (?, 1)
            ON CONFLICT (showtime) DO UPDATE SET version = version + 1 RETURNING version
            """, [showtime.text])
        changes.append(
            SeatChange(showtime: showtime, version: version, sold: sold, held: held, released: released))
    }

    // MARK: - Answers, events

    func keep(_ answer: KeptAnswer) throws -> Bool {
        try execute(
            """
            INSERT INTO answer (key, fingerprint, sealed, outcome, answered_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """, [answer.call.key, answer.call.fingerprint, answer.sealed, answer.outcome, now])
        return database.changesCount == 1
    }

    func append(_ event: BookingEvent) throws {
        try execute(
            "INSERT INTO outbox (kind, subject, happened_at, body) VALUES (?, ?, ?, ?)",
            [event.kind.rawValue, event.subject, event.happenedAt, try event.body()])
    }

    // MARK: - What time has ended

    func forgetClients() throws {
        try execute("UPDATE hold SET client = NULL WHERE client IS NOT NULL AND expires_at <= ?", [now])
    }

    func removeAnswers(keptUntil limit: Instant) throws {
        try execute("DELETE FROM answer WHERE answered_at <= ?", [limit])
    }

    func removeHolds(overSince limit: Instant) throws {
        try execute(
            """
            DELETE FROM hold WHERE outcome <> 'completed' AND expires_at <= ?
            AND NOT EXISTS (SELECT 1 FROM payment WHERE hold = hold.id)
            """, [limit])
    }
}
