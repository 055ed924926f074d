import Booking
import BookingSQLite
import Checkout
import Foundation
import Logging
import Payments
import Synchronization

/// The server has died before it could answer.
struct Crashed: Error {}

/// One life of the server: the real store and the real checkout, which wait for their turn before and after each thing
/// that they do, and may die there.
final class SimulatedProcess: Sendable {
    let store: BookingEngine
    let path: String
    private let world: SimulatedWorld
    private let isDead = Mutex(false)
    private let isListening = Mutex(false)
    private let running: RunningPayments
    private let lateReferences = Mutex<[PaymentID: PaymentReference]>([:])

    init(path: String, in world: SimulatedWorld) throws {
        self.path = path
        self.world = world
        // Who waits for another is off the stage; who goes on does nothing before it has waited for its turn.
        running = RunningPayments(willWait: world.stage.leave, willGoOn: world.stage.enter)
        store = try world.openStore(path)
    }

    var goesOnRegardless: Bool { world.flaw?.goesOnRegardless == true }

    /// - Returns: whether the process only means to write the reference down.
    func putsOff(_ reference: PaymentReference, of payment: PaymentID) -> Bool {
        guard world.flaw?.referencesComeLate == true else { return false }
        lateReferences.withLock { $0[payment] = reference }
        return true
    }

    func lateReference(of payment: PaymentID) -> PaymentReference? {
        lateReferences.withLock { $0.removeValue(forKey: payment) }
    }

    func newPayment() -> PaymentID {
        var random = world.environment.random()
        return PaymentID(random: &random)
    }

    var isAlive: Bool { !isDead.withLock { $0 } }
    var takesCalls: Bool { isAlive && isListening.withLock { $0 } }

    func die() {
        isDead.withLock { $0 = true }
    }

    /// What the server does before it takes calls.
    func start(as player: Stage.Player) async {
        await checkout(for: player).settle()
        isListening.withLock { $0 = isAlive }
    }

    /// The checkout as a request of `player` sees it.
    func checkout(for player: Stage.Player) -> Checkout {
        var logger = Logger(label: "simulation")
        logger.logLevel = .critical
        return Checkout(
            store: StagedStore(store, self, player), provider: StagedProvider(world.line, self, player),
            running: running, environment: world.environment, logger: logger)
    }

    func store(for player: Stage.Player) -> any BookingStore { StagedStore(store, self, player) }

    /// Does one thing when it is `player`'s turn. The server may die before it, or after it and before anyone hears.
    func step<Value>(_ player: Stage.Player, _ work: () async throws -> Value) async throws -> Value {
        guard isAlive else { throw Crashed() }
        await world.stage.turn(of: player)
        guard isAlive else { throw Crashed() }
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        await world.stage.turn(of: player)
        guard isAlive else { throw Crashed() }
        return try result.get()
    }
}
