import NIOCore
import Synchronization

/// One value for each event loop, made where it is first asked for, and used on its loop alone.
final class PerLoop<Value>: Sendable {
    private let make: @Sendable (any EventLoop) -> Value
    private let values = Mutex<[ObjectIdentifier: NIOLoopBoundBox<Value>]>([:])

    init(_ make: @escaping @Sendable (any EventLoop) -> Value) {
        self.make = make
    }

    /// Must be called on `eventLoop`.
    func value(on eventLoop: any EventLoop) -> Value {
        let known = values.withLock { $0[ObjectIdentifier(eventLoop)] }
        if let known { return known.value }
        let new = NIOLoopBoundBox(make(eventLoop), eventLoop: eventLoop)
        values.withLock { $0[ObjectIdentifier(eventLoop)] = new }
        return new.value
    }
}
