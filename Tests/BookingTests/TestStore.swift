import Booking
import BookingSQLite
import Cinema
import Foundation
import GRDB
import Idempotency
import TestSupport

/// Where the rows of a store are kept. What is asked of a store is asked of each.
enum StoreKind: CaseIterable, Sendable {
    case sqlite, memory
}

/// A store in a folder of its own, with a clock in the test's hand.
final class TestStore: Sendable {
    let clock = TestClock()
    let folder: URL
    let store: BookingEngine
    let database: any BookingDatabase
    private let memory: MemoryBookings?

    init(_ kind: StoreKind = .sqlite, policy: BookingPolicy = BookingPolicy()) throws {
        folder = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        memory = kind == .memory ? MemoryBookings(environment: clock.environment) : nil
        database =
            try memory
            ?? SQLiteBookings(path: folder.appending(path: "booking.sqlite").path, environment: clock.environment)
        store = BookingEngine(database, keys: .test, policy: policy, environment: clock.environment)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appending(path: "booking.sqlite").path }

    /// The same store, as another process opens it.
    func reopen(policy: BookingPolicy = BookingPolicy()) throws -> BookingEngine {
        BookingEngine(
            try memory ?? SQLiteBookings(path: path, environment: clock.environment), keys: .test, policy: policy,
            environment: clock.environment)
    }

    /// Makes the file what the first release wrote.
    func becomeVersion2() async throws {
        try await DatabaseQueue(path: path).write { database in
            try database.execute(
                sql: """
                    DROP INDEX order_by_number;
                    ALTER TABLE "order" DROP COLUMN number;
                    DROP INDEX order_by_sale;
                    DROP TABLE sale_series;
                    ALTER TABLE "order" DROP COLUMN sale_number;
                    ALTER TABLE "order" DROP COLUMN theater;
                    ALTER TABLE "order" DROP COLUMN refund_day;
                    ALTER TABLE "order" DROP COLUMN business_day;
                    ALTER TABLE "order" DROP COLUMN channel;
                    ALTER TABLE "order" DROP COLUMN owner;
                    ALTER TABLE hold DROP COLUMN owner;
                    ALTER TABLE hold DROP COLUMN language;
                    ALTER TABLE "order" DROP COLUMN sealed;
                    ALTER TABLE ticket DROP COLUMN sealed;
                    DROP TABLE outbox;
                    DROP TABLE closed_showing;
                    ALTER TABLE answer DROP COLUMN outcome;
                    DROP INDEX hold_by_client;
                    ALTER TABLE hold DROP COLUMN client;
                    ALTER TABLE hold DROP COLUMN showing_sequence;
                    DROP INDEX payment_by_reference;
                    ALTER TABLE payment DROP COLUMN reference;
                    ALTER TABLE payment DROP COLUMN worker;
                    ALTER TABLE payment DROP COLUMN leased_until;
                    CREATE TABLE last_showing (showtime TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT, WITHOUT ROWID;
                    INSERT INTO last_showing SELECT showtime, facts FROM showing;
                    DROP TABLE showing;
                    ALTER TABLE last_showing RENAME TO showing;
                    DROP INDEX order_by_buyer;
                    ALTER TABLE "order" DROP COLUMN mailbox;
                    CREATE INDEX order_by_buyer ON "order" (showtime, lower(email)) WHERE email IS NOT NULL;
                    ALTER TABLE store RENAME COLUMN epoch TO identity;
                    PRAGMA user_version = 2;
                    """)
        }
    }

    func place(_ seats: String..., answering: Answering<HoldID>? = nil) async throws -> Hold {
        try await store.place(try quote(seats), answering: answering)
    }

    func quote(_ seats: [String]) throws -> Quote {
        try Quote(
            seats.map { SeatRequest(seat: $0, ticketType: "adult") }, of: .sample(at: clock.now + 86_400),
            at: clock.now, policy: BookingPolicy())
    }

    /// Pays for a hold as far as the sale.
    func sell(_ hold: Hold, answering: Answering<OrderID>? = nil) async throws -> (payment: PaymentID, sale: Sale) {
        let payment = newPayment()
        let purchase = try Self.purchase(of: hold)
        _ = try await store.beginPayment(payment, for: purchase)
        return (payment, try await store.sell(payment, for: purchase, answering: answering))
    }

    func newPayment() -> PaymentID {
        var random = clock.environment.random()
        return PaymentID(random: &random)
    }

    static func purchase(of hold: Hold, email: String = "ada@example.org") throws -> Purchase {
        Purchase(of: hold.id, by: try Buyer(name: "Ada Lovelace", email: email))
    }
}

extension BookingStore {
    /// Starts a payment that the provider then knows.
    func beginPayment(_ id: PaymentID, for purchase: Purchase) async throws -> Hold {
        let hold = try await startPayment(id, for: purchase)
        try await setReference(PaymentReference(stored: "pi_\(id.text)"), of: id)
        return hold
    }
}

extension Sale {
    var order: Order? {
        if case .sold(let order) = self { order } else { nil }
    }
}

extension SeatsOnSale {
    static func sample(
        id: ShowtimeID = "show1", at start: Date, status: ShowtimeStatus = .scheduled, adult: Int = 1250,
        plan: String = "A ssssssssss\nB sssspppsss\nC pppp"
    ) throws -> SeatsOnSale {
        let euro = Currency(code: "EUR")!
        func entry(_ type: TicketTypeCode, _ category: PriceCategoryCode, _ amount: Int) -> PriceList.Entry {
            PriceList.Entry(
                ticketType: TicketType(code: type, name: type.text.capitalized),
                priceCategory: PriceCategory(code: category, name: category.text.capitalized),
                price: Money(amount: amount, currency: euro))
        }
        let offer = ShowtimeOffer(
            id: id, movie: "Metropolis", movieSlug: "metropolis", theater: "Lumière", theaterSlug: "lumiere",
            timeZone: .gmt, auditorium: "1", startsAt: start, endsAt: start + 7200, status: status,
            layout: try SeatPlan.layout(of: plan),
            priceList: PriceList(entries: [
                entry("adult", "standard", adult), entry("adult", "premium", adult + 300),
                entry("child", "standard", 800),
            ]))
        return SeatsOnSale(offer)
    }
}
