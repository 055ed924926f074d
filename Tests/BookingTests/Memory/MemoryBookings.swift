import Booking
import Cinema
import Foundation
import Idempotency
import Synchronization

/// A second store beside the one in SQLite, as small as one can be: what passes over both goes by the port, and not by what one of
/// them happens to do.
final class MemoryBookings: BookingDatabase {
    let epoch = UUID().uuidString
    var seatChanges: any SeatChangeFeed { relay }
    private let relay = SeatChangeRelay()
    private let environment: BookingEnvironment
    private let tables = Mutex(MemoryTables())

    init(environment: BookingEnvironment) {
        self.environment = environment
    }

    func claims(of showtime: ShowtimeID) async throws -> ShowtimeClaims {
        try await read { try $0.claims(of: showtime) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingRows) throws -> Value
    ) async throws -> Value {
        try body(MemoryTransaction(tables.withLock { $0 }, at: Instant(environment.now())))
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any BookingTransaction) throws -> Value
    ) async throws -> Value {
        try tables.withLock { tables in
            let transaction = MemoryTransaction(tables, at: Instant(environment.now()))
            let value = try body(transaction)
            tables = transaction.tables
            environment.commits.countCommit(writes: transaction.callers)
            relay.publish(transaction.changes)
            return value
        }
    }

    func requireWritable() async throws {}
}

/// What is kept: values, so that a transaction that fails has changed nothing.
struct MemoryTables: Sendable {
    struct HoldEntry: Sendable {
        var hold: Hold
        var client: ClientDigest?
        let showing: Int
    }

    var holds: [HoldID: HoldEntry] = [:]
    var claims: [SeatKey: (claim: SeatClaim, order: OrderID?)] = [:]
    var versions: [ShowtimeID: Int] = [:]
    var payments: [PaymentID: PaymentRow] = [:]
    var paymentHolds: [PaymentID: HoldID] = [:]
    /// In the order in which they began.
    var paymentOrder: [PaymentID] = []
    var orders: [OrderID: NewOrder] = [:]
    var refundDays: [OrderID: CivilDate] = [:]
    var series: [String: Int] = [:]
    var showings: [ShowtimeID: [ShowingRecord]] = [:]
    var answers: [Data: (answer: KeptAnswer, keptAt: Instant)] = [:]
    var events: [BookingEvent] = []
    var closed: [ShowtimeID: ClosedShowing] = [:]
}
