import Booking
import BookingSQLite
import Cinema
import Foundation
import PaymentSimulator
import Payments
import Randomness
import Synchronization
import TestSupport

/// Something that keeps seats and money right, and is missing.
enum Flaw: Sendable {
    /// In the store.
    case store(StoreSabotage)
    /// The rules see no claims.
    case blind
    /// The rules see no claims, and the table of claims has no key.
    case blindWithoutKey
    /// The disk says that it has written what it has not.
    case diskLies
    /// The server does not hear that a payment has moved on, and goes on with what it meant to do.
    case goesOnRegardless
    /// The rules do not see that the showing is closed.
    case overlooksClosings
    /// The server writes down what the bank calls a payment only when it has asked for the money.
    case referencesComeLate
    /// The server finds a seat whatever its spelling, and then claims it in the spelling of whoever asked.
    case claimsAsAsked

    var goesOnRegardless: Bool { if case .goesOnRegardless = self { true } else { false } }
    var claimsAsAsked: Bool { if case .claimsAsAsked = self { true } else { false } }
    var referencesComeLate: Bool { if case .referencesComeLate = self { true } else { false } }
    var blindness: BlindBookings.Blindness? {
        switch self {
        case .blind, .blindWithoutKey: .claims
        case .overlooksClosings: .closings
        default: nil
        }
    }

    var diskLies: Bool { if case .diskLies = self { true } else { false } }
}

/// What is outside the server and outlives it: time, chance, the bank, the disk.
final class SimulatedWorld: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var random: SplitMix64
        var images = 0
    }

    let stage = Stage()
    let flaw: Flaw?
    let policy = BookingPolicy(holdLifetime: 600, longestHold: 1800, seatsPerBuyer: 6)
    let bank: SimulatedProvider
    /// The bank, at the other end of a bad line.
    let line: any PaymentProvider
    /// Its rows are all one to an eye in a hurry, and three have several spellings that Unicode calls the same.
    private static let room = "K ss\nÅ ss\nẬ s\nA s"
    private let folder: URL
    private let state: Mutex<State>

    init(seed: UInt64, folder: URL, flaw: Flaw?, faultPercent: Int) throws {
        self.folder = folder
        self.flaw = flaw
        let state = Mutex(State(random: SplitMix64(seed: seed)))
        self.state = state
        let clock = SimulatedClock()
        self.clock = clock
        bank = try SimulatedProvider(
            path: folder.appending(path: "bank.sqlite").path, network: TestCardNetwork(now: { clock.now }))
        line = FaultyProvider(bank, percent: faultPercent, random: SplitMix64(seed: seed ^ 0xBAD))
    }

    let clock: SimulatedClock

    var environment: BookingEnvironment {
        BookingEnvironment(
            now: { self.clock.now }, random: { self.state.withLock { SplitMix64(seed: $0.random.next()) } })
    }

    func offer() throws -> SeatsOnSale {
        let euro = Currency(code: "EUR")!
        return SeatsOnSale(
            ShowtimeOffer(
                id: "show1", movie: "Metropolis", movieSlug: "metropolis", theater: "Lumière", theaterSlug: "lumiere",
                timeZone: .gmt, auditorium: "1",
                startsAt: SimulatedClock.start + 1_000_000, endsAt: SimulatedClock.start + 1_007_200,
                status: .scheduled, layout: try SeatPlan.layout(of: Self.room),
                priceList: PriceList(entries: [
                    PriceList.Entry(
                        ticketType: TicketType(code: "adult", name: "Adult"),
                        priceCategory: PriceCategory(code: "standard", name: "Standard"),
                        price: Money(amount: 1250, currency: euro))
                ])))
    }

    func openStore(_ path: String) throws -> BookingEngine {
        let database = try SQLiteBookings(path: path, environment: environment)
        switch flaw {
        case .store(let sabotage)?: try sabotage.harm(path)
        case .blindWithoutKey?: try StoreSabotage.noKey.harm(path)
        default: break
        }
        var seen: any BookingDatabase = database
        if let blindness = flaw?.blindness { seen = BlindBookings(database, to: blindness) }
        return BookingEngine(seen, keys: .test, policy: policy, environment: environment)
    }

    /// A new place for the store's files.
    func newPath() -> String {
        let number = state.withLock { state in
            state.images += 1
            return state.images
        }
        return folder.appending(path: "booking-\(number).sqlite").path
    }
}

/// Time that passes only when it is told to.
final class SimulatedClock: Sendable {
    static let start = Date(timeIntervalSince1970: 1_800_000_000)
    private let state = Mutex(start)

    var now: Date { state.withLock { $0 } }

    func advance(_ seconds: TimeInterval) {
        state.withLock { $0 += seconds }
    }
}
