import Booking
import CPowerCut
import Foundation
import Synchronization

/// The processes that serve the cinema, one after the other or two side by side, and the disk below them.
final class House: Sendable {
    private struct State {
        var processes: [SimulatedProcess] = []
        var path: String
        var isClosing = false
    }

    private let world: SimulatedWorld
    private let state: Mutex<State>

    init(_ world: SimulatedWorld) {
        self.world = world
        state = Mutex(State(path: world.newPath()))
    }

    var path: String { state.withLock { $0.path } }
    var alive: [SimulatedProcess] { state.withLock { $0.processes } }
    var open: [SimulatedProcess] { alive.filter(\.takesCalls) }
    var isClosing: Bool { state.withLock { $0.isClosing } }

    func close() {
        state.withLock { $0.isClosing = true }
    }

    func start() throws -> SimulatedProcess {
        let process = try SimulatedProcess(path: path, in: world)
        state.withLock { $0.processes.append(process) }
        return process
    }

    /// `kill -9`. What the process has written is there; if it was the last, the next begins from a copy of it, so that
    /// nothing the dead one still does can reach it.
    func kill(_ process: SimulatedProcess) throws {
        process.die()
        let isLast = state.withLock { state in
            state.processes.removeAll { $0 === process }
            return state.processes.isEmpty
        }
        if isLast { try move { try FileManager.default.copyItem(atPath: $0, toPath: $1) } }
    }

    /// All processes die, and what no one has waited for is not on the disk.
    func cutPower() throws {
        alive.forEach { $0.die() }
        state.withLock { $0.processes = [] }
        try move { path, copy in
            guard power_cut_copy(path, copy) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    private func move(_ copy: (_ from: String, _ to: String) throws -> Void) throws {
        let (old, new) = (path, world.newPath())
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: old + suffix) {
            try copy(old + suffix, new + suffix)
        }
        state.withLock { $0.path = new }
    }
}
