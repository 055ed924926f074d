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
    /// The bank of the simulation, if it is the one that is paid with: it asks buyers who they are on a page of its own.
    package let simulatedBank: SimulatedProvider?
    package let ticketKeys: TicketKeyring
    package let environment: BookingEnvironment

    package init(
        showtimes: any ShowtimeSource, store: any BookingStore, payments: any PaymentProvider,
        simulatedBank: SimulatedProvider? = nil, ticketKeys: TicketKeyring,
        environment: BookingEnvironment = BookingEnvironment()
    ) {
        self.showtimes = showtimes
        self.store = store
        self.payments = payments
        self.simulatedBank = simulatedBank
        self.ticketKeys = ticketKeys
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
    /// Who has it may refund orders; `nil`: nobody may.
    package var managerKey: String?
    package var housekeepingInterval: Duration

    package init(
        host: String = "127.0.0.1", port: Int = 8081, allowedOrigins: Set<String> = [], holdsPerMinute: Int = 0,
        policy: BookingPolicy = BookingPolicy(), managerKey: String? = nil,
        housekeepingInterval: Duration = .seconds(10)
    ) {
        self.host = host
        self.port = port
        self.allowedOrigins = allowedOrigins
        self.holdsPerMinute = holdsPerMinute
        self.policy = policy
        self.managerKey = managerKey
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
    let expiryClock = ExpiryClock(store: parts.store, environment: parts.environment, logger: logger)
    let router = buildRouter(buildRoutes(parts, configuration, checkout, metrics), configuration, metrics)
    var application = Application(
        responder: MethodRules(routes: router.buildResponder()),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1024),
        services: [housekeeping, expiryClock],
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
        store: parts.store, secret: parts.ticketKeys.derivedSecret(for: "marquee idempotency 1"))
    var routes = RouteTable()
    SeatRoutes(showtimes: parts.showtimes, store: parts.store).add(to: &routes)
    HoldRoutes(
        showtimes: parts.showtimes, store: parts.store, repeatable: repeatable,
        rateLimit: RateLimit(perMinute: configuration.holdsPerMinute), policy: configuration.policy,
        environment: parts.environment
    ).add(to: &routes)
    PaymentRoutes(checkout: checkout, repeatable: repeatable, allowedOrigins: configuration.allowedOrigins)
        .add(to: &routes)
    OrderRoutes(showtimes: parts.showtimes, store: parts.store).add(to: &routes)
    RefundRoutes(checkout: checkout, repeatable: repeatable, managerKey: configuration.managerKey).add(to: &routes)
    TicketRoutes(store: parts.store, keys: parts.ticketKeys).add(to: &routes)
    if let bank = parts.simulatedBank { ChallengeRoutes(bank: bank).add(to: &routes) }
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
