package import Hummingbird
import HummingbirdCore
package import Logging
import NIOPosix
package import ServiceLifecycle

/// A server of this house: what all connections and calls share, whatever the service is. Its routes make it an application.
package struct WebServer: Sendable {
    package typealias Middleware = any MiddlewareProtocol<Request, Response, ServiceRequestContext>

    /// With no more connections than the system has files for.
    package let configuration: WebConfiguration
    package let addresses: ClientAddresses
    package let metrics = ServiceMetrics()
    package let logger: Logger
    private let lacksFiles: Bool

    package init(_ configuration: WebConfiguration, logger: Logger) {
        let wanted = configuration.limits.maximumConnections
        var configuration = configuration
        configuration.limits.maximumConnections = FileLimit.allow(connections: wanted)
        self.configuration = configuration
        self.logger = logger
        lacksFiles = configuration.limits.maximumConnections < wanted
        addresses = ClientAddresses(proxies: configuration.trustedProxies, logger: logger)
    }

    /// Where clients find this server, for links to it.
    package var publicAddress: PublicAddress {
        PublicAddress(configured: configuration.publicURL, proxies: configuration.trustedProxies)
    }

    /// - Parameters:
    ///   - middleware: of the service; it sees errors before they are problems.
    ///   - upgrading: what takes over connections that leave HTTP.
    ///   - services: run beside the server, and end with it.
    ///   - beforeStart: ends before the server listens.
    package func application(
        _ routes: RouteTable, middleware: [Middleware] = [], upgrading: (any Upgrading)? = nil,
        services: [any Service] = [], beforeStart: (@Sendable () async throws -> Void)? = nil
    ) -> some ApplicationProtocol {
        let connections = ConnectionParts(
            limits: configuration.limits, upgrading: upgrading, metrics: metrics,
            clients: ClientConnections(
                perClient: configuration.limits.connectionsPerClient, addresses: addresses, metrics: metrics,
                logger: logger))
        let eviction = IdleEviction(
            maximum: configuration.limits.maximumConnections, metrics: metrics, tickers: connections.tickers,
            logger: logger)
        var application = Application(
            responder: MethodRules(routes: router(routes, middleware).buildResponder()),
            server: HTTPServerBuilder { ServiceChannel(responder: $0, parts: connections) },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1024,
                availableConnectionsDelegate: ConnectionLimit(
                    maximum: configuration.limits.maximumConnections, connections: metrics.connections,
                    whenFull: { eviction.makeRoom(MultiThreadedEventLoopGroup.singleton.next()) })),
            services: services, onServerRunning: { listens(at: $0.localAddress?.port ?? configuration.port) },
            logger: logger)
        if let beforeStart { application.beforeServerStarts(perform: beforeStart) }
        return application
    }

    private func router(_ routes: RouteTable, _ middleware: [Middleware]) -> Router<ServiceRequestContext> {
        let router = Router(context: ServiceRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestMetricsMiddleware(metrics: metrics))
        router.add(middleware: SecurityHeadersMiddleware())
        if let address = configuration.publicURL { router.add(middleware: PublicLocationMiddleware(address: address)) }
        router.add(middleware: CrossOriginMiddleware(allowedOrigins: configuration.allowedOrigins))
        router.add(middleware: ProblemMiddleware(metrics: metrics))
        router.add(
            middleware: RequestLimitMiddleware(maximum: configuration.limits.maximumRequests, running: metrics.running))
        router.add(middleware: ClientAddressMiddleware(addresses: addresses))
        for middleware in middleware { router.add(middleware: middleware) }
        routes.add(to: router)
        return router
    }

    private func listens(at port: Int) {
        if lacksFiles {
            logger.warning(
                "the system allows fewer open files than --max-connections needs; raise the limit (ulimit -n)",
                metadata: ["connections": "\(configuration.limits.maximumConnections)"])
        }
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        logger.notice("listening on http://\(host):\(port)")
    }
}
