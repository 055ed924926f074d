package import NIOCore
import Synchronization

/// One value for each event loop, made where it is first asked for, and used on its loop alone.
package final class PerLoop<Value>: Sendable {
    private let make: @Sendable (any EventLoop) -> Value
    private let values = Mutex<[ObjectIdentifier: (eventLoop: any EventLoop, box: NIOLoopBoundBox<Value>)]>([:])

    package init(_ make: @escaping @Sendable (any EventLoop) -> Value) {
        self.make = make
    }

    /// Must be called on `eventLoop`.
    package func value(on eventLoop: any EventLoop) -> Value {
        let known = values.withLock { $0[ObjectIdentifier(eventLoop)]?.box }
        if let known { return known.value }
        let new = NIOLoopBoundBox(make(eventLoop), eventLoop: eventLoop)
        values.withLock { $0[ObjectIdentifier(eventLoop)] = (eventLoop, new) }
        return new.value
    }

    /// Asks each of the values, on its loop.
    func ask<Result: Sendable>(_ question: @escaping @Sendable (Value) -> Result) -> [EventLoopFuture<Result>] {
        values.withLock { Array($0.values) }.map { eventLoop, box in eventLoop.submit { question(box.value) } }
    }
}
