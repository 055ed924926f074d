import NIOCore
import Synchronization

/// The way from whoever publishes, on whichever thread, to the watchers of one event loop.
final class LiveMailbox: Sendable {
    private struct State {
        var messages: [LiveMessage] = []
        var isBusy = false
    }

    private let eventLoop: any EventLoop
    private let loop: NIOLoopBound<LiveLoop>
    private let state = Mutex(State())

    /// Must be called on `eventLoop`, on which alone `loop` is used.
    init(_ loop: LiveLoop, on eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        self.loop = NIOLoopBound(loop, eventLoop: eventLoop)
    }

    /// Tells all watchers soon. What comes while they are being told is told together, in the next round.
    func send(_ messages: [LiveMessage]) {
        let wasBusy = state.withLock { state in
            state.messages += messages
            defer { state.isBusy = true }
            return state.isBusy
        }
        if !wasBusy {
            eventLoop.execute { self.work() }
        }
    }

    private func work() {
        if !loop.value.hasWork {
            let messages = state.withLock { state in
                defer { state.messages = [] }
                state.isBusy = !state.messages.isEmpty
                return state.messages
            }
            guard !messages.isEmpty else { return }
            loop.value.begin(messages)
        }
        loop.value.work()
        eventLoop.execute { self.work() }
    }
}
