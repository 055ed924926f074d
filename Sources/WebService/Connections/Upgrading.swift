package import NIOCore
package import NIOHTTP1

/// What takes over connections that leave HTTP for another protocol.
package protocol Upgrading: Sendable {
    /// Judges, by its head alone, whether a request asks for such a protocol where there is one.
    ///
    /// - Returns: `nil` for every other, which is answered by the routes.
    func request(_ head: HTTPRequestHead) -> UpgradeRequest?
}

/// A request to leave HTTP, which is decided once all requests before it are answered.
package struct UpgradeRequest: Sendable {
    /// - Parameter peer: the other end of the connection.
    package typealias Decision = @Sendable (_ peer: SocketAddress?) async -> Result<Upgrade, Problem>

    let decide: Decision

    package init(decide: @escaping Decision) {
        self.decide = decide
    }
}

/// A connection may leave HTTP.
package struct Upgrade: Sendable {
    /// The fields of the answer that says so.
    let headers: HTTPHeaders
    let takeOver: @Sendable (LoopTicker) -> UpgradedConnection

    /// - Parameter takeOver: is called on the event loop of the connection, with the ticker there.
    package init(headers: HTTPHeaders, takeOver: @escaping @Sendable (LoopTicker) -> UpgradedConnection) {
        self.headers = headers
        self.takeOver = takeOver
    }
}

/// What stands in a connection in the place of HTTP; on its event loop alone.
package struct UpgradedConnection {
    let handlers: [any ChannelHandler]
    /// Is called when HTTP has left.
    let start: () -> Void

    package init(handlers: [any ChannelHandler], start: @escaping () -> Void) {
        self.handlers = handlers
        self.start = start
    }
}
