import Synchronization

/// Lets many tasks take turns: one step of one task at a time, chosen by who directs. So what they do together follows
/// from the choices alone, and comes again with them.
final class Stage: Sendable {
    typealias Player = Int

    private struct State {
        /// Tasks that are neither waiting nor done.
        var busy = 0
        var waiting: [Player: CheckedContinuation<Void, Never>] = [:]
        var director: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Waits for the turn of `player`, who must not be waiting already.
    func turn(of player: Player) async {
        await withCheckedContinuation { continuation in
            rest { $0.waiting[player] = continuation }
        }
    }

    /// To be called before a task begins that will take turns.
    func enter() {
        state.withLock { $0.busy += 1 }
    }

    /// To be called when it is done.
    func leave() {
        rest { _ in }
    }

    /// Returns when nobody is busy, with all who wait for their turn.
    func rest() async -> [Player] {
        await withCheckedContinuation { continuation in
            let isQuiet = state.withLock { state in
                if state.busy > 0 { state.director = continuation }
                return state.busy == 0
            }
            if isQuiet { continuation.resume() }
        }
        return state.withLock { $0.waiting.keys.sorted() }
    }

    /// Gives `player` a turn, which lasts until they wait again or leave.
    func play(_ player: Player) {
        let continuation = state.withLock { state in
            state.busy += 1
            return state.waiting.removeValue(forKey: player)
        }
        continuation?.resume()
    }

    private func rest(_ change: (inout State) -> Void) {
        let director = state.withLock { state in
            change(&state)
            state.busy -= 1
            guard state.busy == 0 else { return nil as CheckedContinuation<Void, Never>? }
            defer { state.director = nil }
            return state.director
        }
        director?.resume()
    }
}
