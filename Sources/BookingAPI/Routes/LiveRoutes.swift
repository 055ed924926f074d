import Hummingbird

/// Where a request ends that asks for a live channel, and not to become a WebSocket (``LiveRequest``).
struct LiveRoutes {
    let gate: LiveGate

    func add(to routes: inout RouteTable) {
        routes.on(.get, LiveRequest.route) { _, context in
            _ = try await gate.showtimes.offer(named: context.pathID)
            throw Problem.upgradeRequired
        }
    }
}
