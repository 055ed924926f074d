import Booking
import BookingSQLite
import BookingService
import Cinema
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import PaymentSimulator
import Payments
import Synchronization
import TestSupport
import Testing
import Tickets
import Words

/// The parts of a server in a folder of their own, with the clock and the programme in the test's hand.
final class TestParts: ShowtimeSource {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var offers: [ShowtimeID: SeatsOnSale] = [:]
    }

    let folder = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")
    let ticketKeys = TicketKeyring(signing: TicketKey())
    let commits = CommitLog()
    private let state = Mutex(State())

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try show(.sample(id: "show1", at: now + 86_400))
        try show(.sample(id: "cancelled", at: now + 86_400, status: .cancelled))
        try show(.sample(id: "past", at: now - 1))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var now: Date { state.withLock { $0.now } }

    func advance(_ seconds: TimeInterval) {
        state.withLock { $0.now += seconds }
    }

    func show(_ offer: SeatsOnSale) {
        state.withLock { $0.offers[offer.id] = offer }
    }

    func cancelShowings() {
        state.withLock { $0.offers = [:] }
    }

    func offer(showtime id: ShowtimeID) async throws -> SeatsOnSale? {
        state.withLock { $0.offers[id] }
    }

    var environment: BookingEnvironment {
        BookingEnvironment(now: { self.now }, commits: commits)
    }

    /// The rows of the store, as another program opens them.
    func rows() throws -> SQLiteBookings {
        try SQLiteBookings(path: folder.appending(path: "booking.sqlite").path, environment: environment)
    }

    /// - Parameter isBlind: the rules see no claims.
    func store(
        _ sabotage: StoreSabotage? = nil, isBlind: Bool = false, policy: BookingPolicy = BookingPolicy()
    ) throws -> BookingEngine {
        let database = try rows()
        try sabotage?.harm(folder.appending(path: "booking.sqlite").path)
        return BookingEngine(
            isBlind ? BlindBookings(database) : database, keys: .test, policy: policy, environment: environment)
    }

    func payments() throws -> SimulatedProvider {
        try SimulatedProvider(
            path: folder.appending(path: "payments.sqlite").path, network: TestCardNetwork(now: { self.now }))
    }

    /// What the bank has reserved, and what it has taken.
    func money() async throws -> [Int] {
        let ledger = try await payments().ledger()
        return [ledger.authorized, ledger.captured]
    }

    func application(
        _ configuration: BookingConfiguration = BookingConfiguration(), store: (any BookingStore)? = nil,
        payments: (any PaymentProvider)? = nil
    ) throws -> some ApplicationProtocol {
        let parts = BookingParts(
            showtimes: self, store: try store ?? self.store(), payments: try payments ?? self.payments(),
            simulatedBank: try self.payments(), ticketKeys: ticketKeys, environment: environment,
            words: try BookingWords(.house()))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return buildApplication(parts, configuration, logger: logger)
    }

    /// Runs `body` with a buyer at a server of these parts.
    func run<Value: Sendable>(
        _ setup: TestingSetup = .router, _ configuration: BookingConfiguration = BookingConfiguration(),
        store: (any BookingStore)? = nil, payments: (any PaymentProvider)? = nil,
        _ body: @escaping @Sendable (TestBuyer) async throws -> Value
    ) async throws -> Value {
        try await application(configuration, store: store, payments: payments).test(setup) { client in
            try await body(
                TestBuyer { method, path, headers, content in
                    let response = try await client.executeRequest(
                        uri: path, method: method, headers: headers, body: content)
                    return TestAnswer(
                        status: response.status.code, headers: response.headers,
                        body: Data(response.body.readableBytesView))
                })
        }
    }

    /// Runs `body` with the port of a server of these parts that listens for real.
    func listen<Value: Sendable>(
        _ configuration: BookingConfiguration = BookingConfiguration(), store: (any BookingStore)? = nil,
        _ body: @escaping @Sendable (_ port: Int) async throws -> Value
    ) async throws -> Value {
        try await application(configuration, store: store).test(.live) { client in
            try await body(try #require(client.port))
        }
    }
}

extension SeatsOnSale {
    static func sample(
        id: ShowtimeID, at start: Date, status: ShowtimeStatus = .scheduled, adult: Int = 1250,
        plan: String = TestCatalog.plan
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
