package import Booking
package import Hummingbird
package import Logging
package import Payments
package import Tickets

/// All that the server is made of; tests choose other parts than the program.
package struct BookingParts: Sendable {
    package let showtimes: any ShowtimeSource
    package let store: any BookingStore
    package let payments: any PaymentProvider
    package let ticketKey: TicketKey
    package let environment: BookingEnvironment

    package init(
        showtimes: any ShowtimeSource, store: any BookingStore, payments: any PaymentProvider, ticketKey: TicketKey,
        environment: BookingEnvironment = BookingEnvironment()
    ) {
        self.showtimes = showtimes
        self.store = store
        self.payments = payments
        self.ticketKey = ticketKey
        self.environment = environment
    }
}

/// How the server shall behave.
package struct ServerConfiguration: Sendable {
    package var host: String
    package var port: Int
    package var allowedOrigins: Set<String>
    /// For each client address; 0 is no limit.
    package var holdsPerMinute: Int
    package var policy: BookingPolicy
    package var housekeepingInterval: Duration

    package init(
        host: String = "127.0.0.1", port: Int = 8081, allowedOrigins: Set<String> = [], holdsPerMinute: Int = 0,
        policy: BookingPolicy = BookingPolicy(), housekeepingInterval: Duration = .seconds(10)
    ) {
        self.host = host
        self.port = port
        self.allowedOrigins = allowedOrigins
        self.holdsPerMinute = holdsPerMinute
        self.policy = policy
        self.housekeepingInterval = housekeepingInterval
    }
}

/// Puts the server together; it settles what a crash left unfinished before it listens.
package func buildApplication(
    _ parts: BookingParts, _ configuration: ServerConfiguration, logger: Logger
)
    -> some ApplicationProtocol
{
    let metrics = Metrics(commits: parts.environment.commits)
    let checkout = Checkout(
        store: parts.store, provider: parts.payments, environment: parts.environment, metrics: metrics, logger: logger)
    let housekeeping = Housekeeping(
        store: parts.store, checkout: checkout, interval: configuration.housekeepingInterval, logger: logger)
    let router = buildRouter(buildRoutes(parts, configuration, checkout, metrics), configuration, metrics)
    var application = Application(
        responder: MethodRules(routes: router.buildResponder()),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1024),
        services: [housekeeping],
        onServerRunning: { channel in
            let port = channel.localAddress?.port ?? configuration.port
            logger.notice("listening on http://\(configuration.host):\(port)")
        },
        logger: logger)
    application.beforeServerStarts { await checkout.settle() }
    return application
}

func buildRoutes(
    _ parts: BookingParts, _ configuration: ServerConfiguration, _ checkout: Checkout, _ metrics: Metrics
) -> RouteTable {
    let repeatable = RepeatableCalls(
        store: parts.store, secret: parts.ticketKey.derivedSecret(for: "marquee idempotency 1"))
    var routes = RouteTable()
    SeatRoutes(showtimes: parts.showtimes, store: parts.store).add(to: &routes)
    HoldRoutes(
        showtimes: parts.showtimes, store: parts.store, repeatable: repeatable,
        rateLimit: RateLimit(perMinute: configuration.holdsPerMinute), policy: configuration.policy,
        environment: parts.environment
    ).add(to: &routes)
    PaymentRoutes(checkout: checkout, repeatable: repeatable).add(to: &routes)
    OrderRoutes(store: parts.store).add(to: &routes)
    TicketRoutes(store: parts.store, key: parts.ticketKey).add(to: &routes)
    StatusRoutes(store: parts.store, metrics: metrics).add(to: &routes)
    return routes
}

private func buildRouter(
    _ routes: RouteTable, _ configuration: ServerConfiguration, _ metrics: Metrics
)
    -> Router<BookingRequestContext>
{
    let router = Router(context: BookingRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestMetricsMiddleware(metrics: metrics))
    router.add(middleware: SecurityHeadersMiddleware())
    router.add(middleware: CrossOriginMiddleware(allowedOrigins: configuration.allowedOrigins))
    router.add(middleware: ProblemMiddleware())
    routes.add(to: router)
    return router
}
