import Hummingbird

/// Where a request to watch ends that was refused (``LiveGate``), or was none.
struct LiveRoutes {
    let gate: LiveGate

    func add(to routes: inout RouteTable) {
        routes.on(.get, LiveRequest.route) { request, context in
            _ = try await gate.check(LiveRequest(request, showtime: context.pathID, from: context.client))
            // What stood in the way a moment ago is gone.
            throw Problem.later(.overloaded, "open the WebSocket again", retryAfter: 1)
        }
    }
}
