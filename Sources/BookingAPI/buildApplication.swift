import Booking
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOPosix
import Tickets

/// Puts the server together; it settles what a crash left unfinished before it listens.
package func buildApplication(
    _ parts: BookingParts, _ configuration: ServerConfiguration, logger: Logger
)
    -> some ApplicationProtocol
{
    let metrics = Metrics(commits: parts.environment.commits)
    let wantedConnections = configuration.limits.maximumConnections
    let configuration = configuration.withinFileLimit
    let checkout = Checkout(
        store: parts.store, provider: parts.payments, listing: { try await parts.showtimes.listing(of: $0) },
        environment: parts.environment, metrics: metrics, logger: logger)
    let housekeeping = Housekeeping(
        store: parts.store, checkout: checkout, interval: configuration.housekeepingInterval, logger: logger)
    let leaseRenewal = LeaseRenewal(
        checkout: checkout, interval: max(.seconds(1), .seconds(configuration.policy.paymentLease / 3)))
    let expiryClock = ExpiryClock(store: parts.store, environment: parts.environment, logger: logger)
    let addresses = ClientAddresses(proxies: configuration.trustedProxies, logger: logger)
    let gate = buildGate(parts, configuration, addresses, metrics, logger)
    let notices = LimitNotices(metrics: metrics, logger: logger, now: parts.environment.now)
    let router = buildRouter(
        buildRoutes(parts, configuration, checkout, metrics, gate), configuration, addresses, metrics, notices)
    let connections = ConnectionParts(
        limits: configuration.limits, gate: gate, metrics: metrics,
        clients: ClientConnections(
            perClient: configuration.limits.connectionsPerClient, addresses: addresses, metrics: metrics, logger: logger
        ))
    let eviction = IdleEviction(
        maximum: configuration.limits.maximumConnections, metrics: metrics, tickers: connections.tickers, logger: logger
    )
    var application = Application(
        responder: MethodRules(routes: router.buildResponder()),
        server: HTTPServerBuilder { BookingChannel(responder: $0, parts: connections) },
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1024,
            availableConnectionsDelegate: ConnectionLimit(
                maximum: configuration.limits.maximumConnections, connections: metrics.connections,
                whenFull: { eviction.makeRoom(MultiThreadedEventLoopGroup.singleton.next()) })),
        services: [housekeeping, leaseRenewal, expiryClock],
        onServerRunning: { channel in
            let port = channel.localAddress?.port ?? configuration.port
            if configuration.limits.maximumConnections < wantedConnections {
                logger.warning(
                    "the system allows fewer open files than --max-connections needs; raise the limit (ulimit -n)",
                    metadata: ["connections": "\(configuration.limits.maximumConnections)"])
            }
            let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
            logger.notice("listening on http://\(host):\(port)")
        },
        logger: logger)
    application.beforeServerStarts { await checkout.settle() }
    return application
}

func buildGate(
    _ parts: BookingParts, _ configuration: ServerConfiguration, _ addresses: ClientAddresses, _ metrics: Metrics,
    _ logger: Logger
) -> LiveGate {
    LiveGate(
        showtimes: parts.showtimes,
        seats: LiveSeats(store: parts.store, changes: parts.environment.changes, counts: metrics.live),
        places: ClientPlaces(
            maximum: configuration.limits.maximumSockets, perClient: configuration.limits.socketsPerClient),
        allowedOrigins: configuration.allowedOrigins, addresses: addresses, metrics: metrics, logger: logger)
}

func buildRoutes(
    _ parts: BookingParts, _ configuration: ServerConfiguration, _ checkout: Checkout, _ metrics: Metrics,
    _ gate: LiveGate
) -> RouteTable {
    let repeatable = RepeatableCalls(
        store: parts.store, secret: parts.ticketKeys.derivedSecret(for: "marquee idempotency 1"))
    var routes = RouteTable()
    SeatRoutes(showtimes: parts.showtimes, store: parts.store).add(to: &routes)
    LiveRoutes(gate: gate).add(to: &routes)
    HoldRoutes(
        showtimes: parts.showtimes, store: parts.store, repeatable: repeatable,
        rateLimit: RateLimit(perMinute: configuration.holdsPerMinute),
        clients: ClientDigests(secret: parts.ticketKeys.derivedSecret(for: "marquee clients 1")), metrics: metrics,
        policy: configuration.policy, environment: parts.environment
    ).add(to: &routes)
    PaymentRoutes(
        checkout: checkout, repeatable: repeatable,
        publicAddress: PublicAddress(configured: configuration.publicURL, proxies: configuration.trustedProxies),
        allowedOrigins: configuration.allowedOrigins,
        rateLimit: RateLimit(perMinute: configuration.paymentsPerMinute), environment: parts.environment
    ).add(to: &routes)
    OrderRoutes(showtimes: parts.showtimes, store: parts.store).add(to: &routes)
    RefundRoutes(checkout: checkout, repeatable: repeatable, managerKey: configuration.managerKey).add(to: &routes)
    TicketRoutes(store: parts.store, keys: parts.ticketKeys).add(to: &routes)
    if let bank = parts.simulatedBank { ChallengeRoutes(bank: bank).add(to: &routes) }
    StatusRoutes(
        showtimes: parts.showtimes, readiness: Readiness(store: parts.store, now: parts.environment.now),
        metrics: metrics
    ).add(to: &routes)
    return routes
}

private func buildRouter(
    _ routes: RouteTable, _ configuration: ServerConfiguration, _ addresses: ClientAddresses, _ metrics: Metrics,
    _ notices: LimitNotices
)
    -> Router<BookingRequestContext>
{
    let router = Router(context: BookingRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestMetricsMiddleware(metrics: metrics))
    router.add(middleware: SecurityHeadersMiddleware())
    if let address = configuration.publicURL { router.add(middleware: PublicLocationMiddleware(address: address)) }
    router.add(middleware: CrossOriginMiddleware(allowedOrigins: configuration.allowedOrigins))
    router.add(middleware: ProblemMiddleware(metrics: metrics, notices: notices))
    router.add(
        middleware: RequestLimitMiddleware(maximum: configuration.limits.maximumRequests, running: metrics.running))
    router.add(middleware: ClientAddressMiddleware(addresses: addresses))
    routes.add(to: router)
    return router
}
