import HTTPTypes
import Logging
import NIOCore
package import NIOHTTP1
import NIOWebSocket
package import WebService

/// Who was let in to watch.
struct LiveAdmission: Sendable {
    let topic: Topic
    let accept: String
    let hub: LiveHub
    let place: ClientPlaces.Place
}

/// Decides who may watch a topic.
package struct LiveGate: Upgrading {
    private let hub: LiveHub
    private let limits: LiveLimits
    private let places: ClientPlaces
    private let server: WebServer

    package init(_ hub: LiveHub, limits: LiveLimits, server: WebServer) {
        self.hub = hub
        self.limits = limits
        self.server = server
        places = ClientPlaces(
            maximum: limits.maximumSockets(ofConnections: server.configuration.limits.maximumConnections),
            perClient: limits.socketsPerClient)
    }

    package func request(_ head: HTTPRequestHead) -> UpgradeRequest? {
        guard let request = LiveRequest(head, on: hub.source.route) else { return nil }
        return UpgradeRequest { peer in await decide(request, from: peer).map(upgrade) }
    }

    /// - Returns: a place, or why there is none.
    private func decide(_ request: LiveRequest, from peer: SocketAddress?) async -> Result<LiveAdmission, Problem> {
        let start = ContinuousClock.now
        let decision: Result<LiveAdmission, Problem>
        do {
            decision = .success(try await admit(request, from: peer))
        } catch {
            decision = .failure(.told(error, server.metrics, server.logger))
        }
        let status = if case .failure(let problem) = decision { problem.status.code } else { 101 }
        server.metrics.countRequest(
            method: "GET", route: hub.source.route, status: status, duration: ContinuousClock.now - start)
        return decision
    }

    /// - Throws: the ``Problem`` that says why the request is refused.
    func admit(_ request: LiveRequest, from peer: SocketAddress?) async throws -> LiveAdmission {
        let client = server.addresses.client(peer: IPAddress(of: peer), forwardedFor: request.forwardedFor)
        let topic = try await hub.source.topic(named: request.topic)
        guard request.version == "13" else { throw Problem.upgradeRequired }
        guard let accept = request.accept else {
            throw Problem(.invalidRequest, "Sec-WebSocket-Key: send 16 random bytes in Base64")
        }
        // A browser tells whose page asks; it lets any page open a WebSocket, and leaves it to us to refuse.
        if let origin = request.origin, !server.configuration.allowedOrigins.contains(origin) {
            throw Problem(.originNotAllowed, "pages of this origin may not watch; see --allow-origin")
        }
        do {
            return LiveAdmission(topic: topic, accept: accept, hub: hub, place: try places.take(client))
        } catch .full {
            throw Problem.later(
                .overloaded, "there are as many live sockets as can be; \(hub.source.insteadOfWatching)",
                retryAfter: 10)
        } catch .tooManyOfClient {
            throw Problem.later(.tooManyRequests, "close some of your live sockets first", retryAfter: 10)
        }
    }

    private func upgrade(_ admission: LiveAdmission) -> Upgrade {
        let headers: HTTPHeaders = [
            "upgrade": "websocket", "connection": "upgrade", "sec-websocket-accept": admission.accept,
        ]
        return Upgrade(headers: headers) { [limits] ticker in
            let frames = ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: WatcherRules.maximumFrame))
            let watcher = Watcher(admission, limits: limits, ticker: ticker)
            return UpgradedConnection(handlers: [frames, watcher], start: watcher.start)
        }
    }
}

extension Problem {
    static var upgradeRequired: Problem {
        var problem = Problem(.upgradeRequired, "open this address as a WebSocket (RFC 6455)")
        problem.headers[.upgrade] = "websocket"
        problem.headers[.connection] = "Upgrade"
        problem.headers[.secWebSocketVersion] = "13"
        return problem
    }
}
