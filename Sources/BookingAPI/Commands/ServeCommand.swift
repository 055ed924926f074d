import ArgumentParser
import BookingService
import Logging
import Settings
import WebService

/// Runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the booking API (the default).",
        discussion: """
            Every option may also be given as an environment variable: --hold-seconds is MARQUEE_HOLD_SECONDS. What \
            is given on the command line counts more.
            """)

    @Option(ServerSettings.catalog) var catalog: String?
    @Option(ServerSettings.store) var store: String?
    @Option(ServerSettings.ticketKey) var ticketKey: String?
    @OptionGroup var orderKey: OrderKeyOption
    @Option(ServerSettings.words) var words: String?

    @Option(ServerSettings.host) var host: String?
    @Option(ServerSettings.port) var port: Int?
    @Option(ServerSettings.allowOrigin) var allowOrigin: [String] = []
    @Option(ServerSettings.publicURL) var publicURL: String?
    @Option(ServerSettings.trustedProxy) var trustedProxy: [String] = []

    @Option(ServerSettings.holdSeconds) var holdSeconds: Int?
    @Option(ServerSettings.seatsPerHold) var seatsPerHold: Int?
    @Option(ServerSettings.seatsPerBuyer) var seatsPerBuyer: Int?
    @Option(ServerSettings.lateMinutes) var lateMinutes: Int?
    @Option(ServerSettings.managerKey) var managerKey: String?

    @Option(ServerSettings.holdsPerMinute) var holdsPerMinute: Int?
    @Option(ServerSettings.paymentsPerMinute) var paymentsPerMinute: Int?
    @Option(ServerSettings.openSeatsPerClient) var openSeatsPerClient: Int?
    @Option(ServerSettings.openSeatsPerShowing) var openSeatsPerShowing: Int?
    @Option(ServerSettings.connectionsPerClient) var connectionsPerClient: Int?
    @Option(ServerSettings.socketsPerClient) var socketsPerClient: Int?
    @Option(ServerSettings.maxConnections) var maxConnections: Int?
    @Option(ServerSettings.maxRequests) var maxRequests: Int?

    @OptionGroup var log: LogOptions

    @Option(ServerSettings.paymentFaults) var paymentFaults: Int?
    @Option(ServerSettings.paymentSeed) var paymentSeed: Int?

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
