import Booking
import Cinema
import Foundation
import GRDB

/// The rows as a connection sees them, at one time.
class SQLiteRows: BookingRows {
    let database: Database
    let now: Instant

    init(_ database: Database, at now: Instant) {
        self.database = database
        self.now = now
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }

    /// The number that a statement always answers with.
    func number(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        guard let row = try row(sql, arguments) else { throw Self.damage("'\(sql)' has no answer") }
        return row[0]
    }

    func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }

    static func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code: code) else { throw damage("'\(code)' is no currency") }
        return currency
    }

    static func state(_ text: String) throws -> PaymentState {
        guard let state = PaymentState(rawValue: text) else { throw damage("'\(text)' is no state of a payment") }
        return state
    }

    static func outcome(_ text: String) throws -> Hold.Outcome {
        guard let outcome = Hold.Outcome(rawValue: text) else { throw damage("'\(text)' is no outcome of a hold") }
        return outcome
    }

    static func account(_ text: String?) -> AccountID? { text.map(AccountID.init) }
    static func language(_ tag: String?) -> PageLanguage? { tag.map(PageLanguage.init(stored:)) }

    /// Rows that no program of ours wrote are damage as much as pages that no SQLite wrote.
    static func damage(_ reason: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: reason)
    }

    // MARK: - Claims

    func claims(of showtime: ShowtimeID) throws -> ShowtimeClaims {
        var sold: [SeatName] = []
        var held: [SeatName] = []
        var firstExpiry: Instant?
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT seat, expires_at FROM claim WHERE showtime = ? ORDER BY seat"),
            arguments: [showtime.text])
        while let row = try rows.next() {
            guard let expiry: Instant = row[1] else {
                sold.append(SeatName(stored: row[0]))
                continue
            }
            held.append(SeatName(stored: row[0]))
            firstExpiry = min(firstExpiry ?? expiry, expiry)
        }
        let version = try versions(of: [showtime])[showtime] ?? 0
        return ShowtimeClaims(seats: SeatStates(version: version, sold: sold, held: held), firstExpiry: firstExpiry)
    }

    func versions(of showtimes: [ShowtimeID]) throws -> [ShowtimeID: Int] {
        let statement = try database.cachedStatement(sql: "SELECT version FROM seat_version WHERE showtime = ?")
        return try showtimes.reduce(into: [:]) { versions, showtime in
            versions[showtime] = try Int.fetchOne(statement, arguments: [showtime.text])
        }
    }

    func firstExpiry() throws -> Instant? {
        try row("SELECT min(expires_at) FROM claim WHERE sold_to IS NULL", [])?[0]
    }

    // MARK: - Holds

    func hold(_ id: HoldID) throws -> Hold? {
        try row(
            """
            SELECT showtime, seats, total, currency, created_at, expires_at, outcome, owner, language
            FROM hold WHERE id = ?
            """, [id.digest]
        ).map { row in
            let (created, expires): (Instant, Instant) = (row["created_at"], row["expires_at"])
            let total = Money(amount: row["total"], currency: try Self.currency(row["currency"]))
            return Hold(
                id: id, showtime: ShowtimeID(stored: row["showtime"]),
                seats: try SeatList.seats(from: row["seats"], in: total.currency), total: total,
                createdAt: created.date, expiresAt: expires.date, outcome: try Self.outcome(row["outcome"]),
                owner: Self.account(row["owner"]), language: Self.language(row["language"]))
        }
    }

    /// A hold that has ended names no client any more, so no more rows are read than a limit lets in.
    func openHolds(of client: ClientDigest) throws -> [OpenHold] {
        try rows(
            "SELECT showtime, json_array_length(seats), expires_at FROM hold WHERE client = ? AND expires_at > ?",
            [client.bytes, now]
        ).map { OpenHold(showtime: ShowtimeID(stored: $0[0]), seatCount: $0[1], expiresAt: $0[2]) }
    }
}
