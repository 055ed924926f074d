import Booking
import Checkout
package import Hummingbird
import LiveChannel
package import Logging
import WebService

/// Puts the service together; it settles what a crash left unfinished before it listens.
package func buildApplication(
    _ parts: BookingParts, _ configuration: BookingConfiguration, logger: Logger
) -> some ApplicationProtocol {
    let server = WebServer(configuration.web, logger: logger)
    let metrics = BookingMetrics(in: server.metrics.registry, commits: parts.environment.commits)
    let checkout = Checkout(
        store: parts.store, provider: parts.payments, listing: { try await parts.showtimes.listing(of: $0) },
        environment: parts.environment, metrics: server.metrics.registry, logger: logger)
    let hub = LiveHub(
        LiveSeats(
            showtimes: parts.showtimes, store: parts.store, seatsPerHold: configuration.policy.seatsPerHold))
    parts.store.changes.subscribe { [weak hub] in hub?.publish($0) }
    server.metrics.registry.ask { hub.counts.families }
    let routes = BookingRoutes(
        parts: parts, configuration: configuration, server: server, checkout: checkout, metrics: metrics)
    let notices = LimitNotices(metrics: metrics, logger: logger, now: parts.environment.now)
    return server.application(
        routes.table, middleware: [LimitNoticeMiddleware(notices: notices)],
        upgrading: LiveGate(hub, limits: configuration.live, server: server),
        services: [
            Housekeeping(
                store: parts.store, checkout: checkout, interval: configuration.housekeepingInterval, logger: logger),
            LeaseRenewal(
                checkout: checkout, interval: max(.seconds(1), .seconds(configuration.policy.paymentLease / 3))),
            OtherProcesses(store: parts.store, hub: hub, logger: logger),
            ExpiryClock(store: parts.store, environment: parts.environment, logger: logger),
        ],
        beforeStart: { await checkout.settle() })
}
