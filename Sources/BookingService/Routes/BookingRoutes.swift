import Booking
import Checkout
import LiveChannel
import Tickets
import WebService

/// All calls of booking, as openapi.yaml describes them.
struct BookingRoutes {
    let parts: BookingParts
    let configuration: BookingConfiguration
    let server: WebServer
    let checkout: Checkout
    let metrics: BookingMetrics

    var table: RouteTable {
        let repeatable = RepeatableCalls(
            store: parts.store, secret: parts.ticketKeys.derivedSecret(for: "marquee idempotency 1"))
        let readiness = BookingReadiness(parts)
        var routes = RouteTable()
        let most = configuration.policy.seatsPerHold
        SeatRoutes(showtimes: parts.showtimes, store: parts.store, seatsPerHold: most).add(to: &routes)
        LiveRoutes(LiveSeats(showtimes: parts.showtimes, store: parts.store, seatsPerHold: most)).add(to: &routes)
        HoldRoutes(
            showtimes: parts.showtimes, store: parts.store, repeatable: repeatable,
            rateLimit: RateLimit(perMinute: configuration.holdsPerMinute),
            clients: ClientDigests(secret: parts.ticketKeys.derivedSecret(for: "marquee clients 1")), metrics: metrics,
            policy: configuration.policy, environment: parts.environment
        ).add(to: &routes)
        PaymentRoutes(
            checkout: checkout, repeatable: repeatable, publicAddress: server.publicAddress,
            allowedOrigins: configuration.web.allowedOrigins,
            rateLimit: RateLimit(perMinute: configuration.paymentsPerMinute), environment: parts.environment
        ).add(to: &routes)
        OrderRoutes(showtimes: parts.showtimes, store: parts.store, words: parts.words).add(to: &routes)
        RefundRoutes(
            store: parts.store, checkout: checkout, repeatable: repeatable, managerKey: configuration.managerKey
        )
        .add(to: &routes)
        TicketRoutes(store: parts.store, keys: parts.ticketKeys).add(to: &routes)
        if let bank = parts.simulatedBank { ChallengeRoutes(bank: bank, words: parts.words).add(to: &routes) }
        StatusRoutes(metrics: server.metrics) { try await readiness.require() }.add(to: &routes)
        return routes
    }
}
