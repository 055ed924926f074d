import Hummingbird
package import WebService

/// Where a request ends that asks for a live channel, and not to become a WebSocket (``LiveRequest``).
package struct LiveRoutes {
    private let source: any LiveSource

    package init(_ source: any LiveSource) {
        self.source = source
    }

    package func add(to routes: inout RouteTable) {
        routes.on(.get, source.route) { [source] _, context in
            _ = try await source.topic(named: context.pathID)
            throw Problem.upgradeRequired
        }
    }
}
