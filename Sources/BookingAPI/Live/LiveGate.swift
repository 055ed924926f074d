import Booking
import Cinema
import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1

/// Who was let in to watch.
struct LiveAdmission: Sendable {
    let showtime: ShowtimeID
    let accept: String
    let seats: LiveSeats
    let place: ClientPlaces.Place
}

/// Decides who may watch a showtime.
struct LiveGate: Sendable {
    let showtimes: any ShowtimeSource
    let seats: LiveSeats
    let places: ClientPlaces
    let allowedOrigins: AllowedOrigins
    let addresses: ClientAddresses
    let metrics: Metrics
    let logger: Logger

    func request(_ head: HTTPRequestHead, from peer: SocketAddress?) -> LiveRequest {
        let forwarded = head.headers["x-forwarded-for"]
        return LiveRequest(head, from: addresses.client(peer: IPAddress(of: peer), forwardedFor: forwarded))
    }

    /// - Returns: a place, or why there is none.
    func decide(_ request: LiveRequest) async -> Result<LiveAdmission, Problem> {
        let start = ContinuousClock.now
        let decision: Result<LiveAdmission, Problem>
        do {
            decision = .success(try await check(request))
        } catch {
            decision = .failure(.told(error, metrics, logger))
        }
        let status = if case .failure(let problem) = decision { problem.status.code } else { 101 }
        metrics.countRequest(
            method: "GET", route: LiveRequest.route, status: status, duration: ContinuousClock.now - start)
        return decision
    }

    /// - Throws: the ``Problem`` that says why the request is refused.
    func check(_ request: LiveRequest) async throws -> LiveAdmission {
        let offer = try await showtimes.offer(named: request.showtime)
        guard request.version == "13" else { throw Problem.upgradeRequired }
        guard let accept = request.accept else {
            throw Problem(.invalidRequest, "Sec-WebSocket-Key: send 16 random bytes in Base64")
        }
        // A browser tells whose page asks; it lets any page open a WebSocket, and leaves it to us to refuse.
        if let origin = request.origin, !allowedOrigins.contains(origin) {
            throw Problem(.originNotAllowed, "pages of this origin may not watch; see --allow-origin")
        }
        do {
            let place = try places.take(request.client)
            return LiveAdmission(showtime: offer.id, accept: accept, seats: seats, place: place)
        } catch .full {
            throw Problem.later(
                .overloaded, "there are as many live sockets as can be; ask for the seats instead", retryAfter: 10)
        } catch .tooManyOfClient {
            throw Problem.later(.tooManyRequests, "close some of your live sockets first", retryAfter: 10)
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
