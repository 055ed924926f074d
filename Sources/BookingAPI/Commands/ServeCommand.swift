import ArgumentParser
import Booking
import BookingService
import Logging
import Payments
import Settings
import Tickets
import WebService

/// Runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the booking API (the default).",
        discussion: """
            Every option may also be given as an environment variable: --hold-seconds is MARQUEE_HOLD_SECONDS. What \
            is given on the command line counts more.
            """)

    @Option(help: "The catalog. (MARQUEE_CATALOG, default: catalog.sqlite)")
    var catalog: String?

    @Option(
        help: "Where holds, orders and tickets are kept: sqlite:PATH. (MARQUEE_STORE, default: sqlite:booking.sqlite)")
    var store: String?

    @Option(
        help: """
            The file with the key that signs tickets, created where it is missing. (MARQUEE_TICKET_KEY, default: the \
            store's path and '.ticket-key')
            """)
    var ticketKey: String?

    @OptionGroup var orderKey: OrderKeyOption

    @Option(help: "The address to listen on. (MARQUEE_HOST, default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on; 0 takes any that is free. (MARQUEE_PORT, default: 8081)")
    var port: Int?

    @Option(
        help: """
            An origin whose pages may call this API, such as https://cinema.example; may be repeated, or list several \
            between commas. (MARQUEE_ALLOW_ORIGIN)
            """)
    var allowOrigin: [String] = []

    @Option(
        help: """
            Where clients find this server, such as https://booking.cinema.example: what links in its answers begin with. \
            Without it they begin as a trusted proxy says, or are paths. (MARQUEE_PUBLIC_URL)
            """)
    var publicURL: String?

    @Option(help: "How long a hold lives. (MARQUEE_HOLD_SECONDS, default: 600)")
    var holdSeconds: Int?

    @Option(help: "How many holds one client address may make; 0: any. (MARQUEE_HOLDS_PER_MINUTE, default: 0)")
    var holdsPerMinute: Int?

    @Option(help: "How many payments one client address may try; 0: any. (MARQUEE_PAYMENTS_PER_MINUTE, default: 0)")
    var paymentsPerMinute: Int?

    @Option(
        help: """
            How many unpaid seats one client address may hold in all; 0: any. (MARQUEE_OPEN_SEATS_PER_CLIENT, default: 300)
            """)
    var openSeatsPerClient: Int?

    @Option(
        help: """
            How many of them in one showing; in a large room it is a quarter of the seats if that is more; 0: any. \
            (MARQUEE_OPEN_SEATS_PER_SHOWING, default: 20)
            """)
    var openSeatsPerShowing: Int?

    @Option(
        help: """
            How many connections one client address may have open, live sockets among them; 0: any. \
            (MARQUEE_CONNECTIONS_PER_CLIENT, default: 200)
            """)
    var connectionsPerClient: Int?

    @Option(
        help: "How many live sockets one client address may have; 0: any. (MARQUEE_SOCKETS_PER_CLIENT, default: 100)")
    var socketsPerClient: Int?

    @Option(
        help: """
            How many connections may be open; for further ones, those that are idle longest are closed. Three quarters \
            of them may be live sockets. \
            (MARQUEE_MAX_CONNECTIONS, default: 20000)
            """)
    var maxConnections: Int?

    @Option(
        help: "How many requests are served at once; further ones get 503. (MARQUEE_MAX_REQUESTS, default: 2048)")
    var maxRequests: Int?

    @Option(
        help: """
            The address of a proxy of yours, or a network of them such as 10.0.0.0/8, whose X-Forwarded-For, -Proto and -Host are believed; \
            may be repeated, or list several between commas. (MARQUEE_TRUSTED_PROXY)
            """)
    var trustedProxy: [String] = []

    @OptionGroup var log: LogOptions

    @Option(help: "How long seats are still sold after the start. (MARQUEE_LATE_MINUTES, default: 0)")
    var lateMinutes: Int?

    @Option(help: "How many seats one hold may have. (MARQUEE_SEATS_PER_HOLD, default: 10)")
    var seatsPerHold: Int?

    @Option(
        help: """
            How many seats of one showtime one e-mail address may buy; 0: any. (MARQUEE_SEATS_PER_BUYER, default: 0)
            """)
    var seatsPerBuyer: Int?

    @Option(
        help: """
            Who sends this key may refund orders; without one, nobody may. Better set it in the environment, where others \
            on the machine do not see it. (MARQUEE_MANAGER_KEY)
            """)
    var managerKey: String?

    @Option(
        help: """
            For tests: of a hundred calls to the simulated bank, so many are lost, late, doubled or unanswered. \
            (MARQUEE_PAYMENT_FAULTS, default: 0)
            """)
    var paymentFaults: Int?

    @Option(help: "For tests: which ones; the same number means the same faults. (MARQUEE_PAYMENT_SEED, default: 1)")
    var paymentSeed: Int?

    func run() async throws {
        let settings = Settings()
        try log.begin(settings)
        let options = try ServerOptions(self, settings)
        let logger = Logger(label: "booking-api")
        let parts = try options.parts()
        for file in options.exposedFiles {
            logger.warning("a file with secrets is not its owner's alone", metadata: ["reason": "\(file)"])
        }
        try await buildApplication(parts, options.configuration, logger: logger)
            .serve(options.configuration.web, logger: logger)
    }
}
