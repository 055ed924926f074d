import Booking
import Synchronization

/// What buyers were told, and where that was not true.
final class Witness: Sendable {
    struct Promise {
        let buyer: Int
        let order: OrderID
        let seats: [String]
        var isGivenBack = false
    }

    /// What happened in a run, so that one in which nothing did is not taken for a proof.
    struct Tally: Equatable {
        var holds = 0
        var conflicts = 0
        var orders = 0
        var declines = 0
        var challenges = 0
        var refunds = 0
        var replays = 0
        var crashes = 0
        var powerCuts = 0
        var overlaps = 0
        var closings = 0

        static func += (total: inout Tally, run: Tally) {
            total.holds += run.holds
            total.conflicts += run.conflicts
            total.orders += run.orders
            total.declines += run.declines
            total.challenges += run.challenges
            total.refunds += run.refunds
            total.replays += run.replays
            total.crashes += run.crashes
            total.powerCuts += run.powerCuts
            total.overlaps += run.overlaps
            total.closings += run.closings
        }
    }

    private struct State {
        var promises: [Promise] = []
        var violations: [String] = []
        var tally = Tally()
    }

    private let state = Mutex(State())

    var promises: [Promise] { state.withLock { $0.promises } }
    var violations: [String] { state.withLock { $0.violations } }
    var tally: Tally { state.withLock { $0.tally } }

    func count(_ what: any WritableKeyPath<Tally, Int> & Sendable) {
        state.withLock { $0.tally[keyPath: what] += 1 }
    }

    func accuse(_ sentence: String) {
        state.withLock { $0.violations.append(sentence) }
    }

    func promise(_ order: OrderID, of seats: [String], to buyer: Int) {
        state.withLock { $0.promises.append(Promise(buyer: buyer, order: order, seats: seats)) }
    }

    func giveBack(_ order: OrderID) {
        state.withLock { state in
            for index in state.promises.indices where state.promises[index].order == order {
                state.promises[index].isGivenBack = true
            }
        }
    }
}
