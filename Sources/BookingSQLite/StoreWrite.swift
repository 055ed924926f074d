import Booking
import Cinema
import GRDB

/// A write in its transaction: the database, the one time of all that share it, and the seats that it changes.
struct StoreWrite {
    let database: Database
    let now: Instant
    /// Told to the watchers once the transaction is durable.
    private(set) var changes: [SeatChange] = []

    init(_ database: Database, at now: Instant) {
        self.database = database
        self.now = now
    }

    /// Counts a change of a showtime's seats, so that watchers and caches can tell it from the one before.
    mutating func change(
        _ showtime: ShowtimeID, sold: [SeatName] = [], held: [SeatName] = [], released: [SeatName] = []
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO seat_version (showtime, version) VALUES (?, 1)
                ON CONFLICT (showtime) DO UPDATE SET version = version + 1 RETURNING version
                """)
        let version = try Int.fetchOne(statement, arguments: [showtime.text]) ?? 0
        changes.append(
            SeatChange(showtime: showtime, version: version, sold: sold, held: held, released: released))
    }

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }
}
