import Logging
import NIOCore
import Synchronization

/// Counts the connections of each client address, so that none takes the places of others.
final class ClientConnections: Sendable {
    enum Standing: Sendable {
        case welcome
        /// The client has as many as one may, and is told so.
        case refused(Problem)
        /// It has been told often enough.
        case cut
    }

    /// Refusals that one client can have under way: each keeps a connection for as long as it takes to be read.
    private static let refusalsPerClient = 16

    private let addresses: ClientAddresses
    private let places: ClientPlaces
    private let refusals = ClientPlaces(perClient: refusalsPerClient)
    private let perClient: Int
    private let metrics: ServiceMetrics
    private let logger: Logger
    private let hasWarned = Atomic(false)

    /// - Parameter perClient: 0 is no limit.
    init(perClient: Int, addresses: ClientAddresses, metrics: ServiceMetrics, logger: Logger) {
        self.perClient = perClient
        self.addresses = addresses
        places = ClientPlaces(perClient: perClient)
        self.metrics = metrics
        self.logger = logger
    }

    /// Counts a new connection for as long as it lasts.
    func admit(_ channel: any Channel) -> Standing {
        let client = addresses.client(peer: IPAddress(of: channel.remoteAddress))
        if let place = try? places.take(client) {
            channel.closeFuture.whenComplete { _ in withExtendedLifetime(place) {} }
            return .welcome
        }
        metrics.countCut(.clientLimit)
        warn()
        guard let place = try? refusals.take(client) else { return .cut }
        channel.closeFuture.whenComplete { _ in withExtendedLifetime(place) {} }
        return .refused(
            .later(
                .tooManyRequests,
                """
                there are \(perClient) connections from your address, as many as one may have: close some and try again, \
                or ask the box office
                """, retryAfter: 10))
    }

    private func warn() {
        guard !hasWarned.exchange(true, ordering: .relaxed) else { return }
        logger.warning(
            "a client address has as many connections as one may have; further ones are refused",
            metadata: ["connections-per-client": "\(perClient)"])
    }
}
