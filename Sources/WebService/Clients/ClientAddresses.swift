import Logging
import Synchronization

/// Who asks.
package struct Client: Hashable, Sendable {
    /// The address at the other end of the connection, or, where that is a trusted proxy, for whom it asks.
    package let address: IPAddress
    /// Whether limits of one address bind it. They do not where many clients stand behind the address.
    package let isLimited: Bool
}

/// Tells who asks over a connection, and whether the limits of one client address bind them.
///
/// A proxy that nobody has named looks like one client that has everybody's connections. A private address
/// that forwards (`X-Forwarded-For`) is taken for such a proxy: no limit binds it from then on, and the log says so once.
package final class ClientAddresses: Sendable {
    /// More proxies than anybody forgets to name.
    private static let maximumForwarders = 1000

    private let proxies: TrustedProxies
    private let logger: Logger
    /// Private addresses that have forwarded without being trusted.
    private let forwarders = Mutex<Set<IPAddress>>([])

    init(proxies: TrustedProxies, logger: Logger) {
        self.proxies = proxies
        self.logger = logger
    }

    /// Who has opened a connection, before a request says for whom.
    func client(peer: IPAddress) -> Client {
        Client(address: peer, isLimited: !(proxies.trust(peer) || isForwarder(peer) || peer == .none))
    }

    /// - Parameter forwardedFor: the values of `X-Forwarded-For` of a request.
    package func client(peer: IPAddress, forwardedFor: [String]) -> Client {
        guard !forwardedFor.isEmpty else { return client(peer: peer) }
        guard proxies.trust(peer) else {
            if peer.isPrivate { remember(peer) }
            return client(peer: peer)
        }
        let address = proxies.client(peer: peer, forwardedFor: forwardedFor)
        return Client(address: address, isLimited: !proxies.trust(address))
    }

    private func isForwarder(_ peer: IPAddress) -> Bool {
        peer.isPrivate && forwarders.withLock { $0.contains(peer) }
    }

    private func remember(_ peer: IPAddress) {
        let isFirst = forwarders.withLock { forwarders in
            let isFirst = forwarders.isEmpty
            if forwarders.count < Self.maximumForwarders { forwarders.insert(peer) }
            return isFirst
        }
        guard isFirst else { return }
        logger.warning(
            """
            a private address sends X-Forwarded-For and is no trusted proxy: limits of one client address do not bind it; \
            if it is a proxy of yours, name it with --trusted-proxy, else all its clients count as one
            """,
            metadata: ["address": "\(peer)"])
    }
}
