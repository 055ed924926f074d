import Booking
import LiveChannel
import Settings
import WebService

/// All settings of the server, each with its name, its default and its meaning. `docs/booking.md` lists them too; a test
/// compares.
enum ServerSettings {
    private static let policy = BookingPolicy()
    private static let web = WebConfiguration()
    private static let limits = ServerLimits()
    /// What counts addresses or seats; 0 is no limit.
    private static let many = 0...1_000_000

    // MARK: Files

    static let catalog = Setting("catalog", default: "catalog.sqlite", "The catalog.")
    static let store = Setting(
        "store", default: "sqlite:booking.sqlite", "Where holds, orders and tickets are kept: sqlite:PATH.")
    static let ticketKey = Setting(
        "ticket-key", defaultInWords: "the store's path and '.ticket-key'",
        "The file with the keys that sign tickets; the server creates it where it is missing.")
    static let orderKey = Setting(
        "order-key", defaultInWords: "marquee/order-key in XDG_CONFIG_HOME or ~/.config",
        """
        The file with the keys under which the names of orders are sealed, created where it is missing; better not in the \
        folder of the store.
        """)
    static let words = Setting(
        "words", defaultInWords: "the words that this version comes with",
        "The table of words that buyers read, such as Templates/words/en.yaml.")

    // MARK: The server on the web

    static let host = Setting("host", default: web.host, "The address to listen on.")
    static let port = NumberSetting(
        "port", in: 0...65_535, default: 8081, "The port to listen on; 0 takes any that is free.")
    static let allowOrigin = Setting(
        "allow-origin",
        "An origin whose pages may call this API, such as https://cinema.example; may be repeated, or list several between commas."
    )
    static let publicURL = Setting(
        "public-url",
        """
        Where clients find this server, such as https://booking.cinema.example: what links in its answers begin with. \
        Without it they begin as a trusted proxy says, or are paths.
        """)
    static let trustedProxy = Setting(
        "trusted-proxy",
        """
        The address of a proxy of yours, or a network of them such as 10.0.0.0/8, whose X-Forwarded-For, -Proto and -Host \
        are believed; may be repeated, or list several between commas.
        """)

    // MARK: What a buyer may do

    static let holdSeconds = NumberSetting(
        "hold-seconds", in: 1...86_400, default: Int(policy.holdLifetime), "How long a hold lives.")
    static let seatsPerHold = NumberSetting(
        "seats-per-hold", in: 1...100, default: policy.seatsPerHold, "How many seats one hold may have.")
    static let seatsPerBuyer = NumberSetting(
        "seats-per-buyer", in: many, default: policy.seatsPerBuyer ?? 0,
        "How many seats of one showtime one e-mail address may buy; 0: any.")
    static let lateMinutes = NumberSetting(
        "late-minutes", in: 0...1_440, default: Int(policy.salesCloseAfterStart / 60),
        "How long seats are still sold after the start.")
    static let managerKey = Setting(
        "manager-key", isSecret: true,
        """
        Who sends this key may refund orders; without one, nobody may. Better set it in the environment, where others on \
        the machine do not see it.
        """)

    // MARK: What a client may take

    // Behind a proxy all buyers share one address, so a limit is for those to set who know that there is none.
    static let holdsPerMinute = NumberSetting(
        "holds-per-minute", in: many, default: 0, "How many holds one client address may make; 0: any.")
    static let paymentsPerMinute = NumberSetting(
        "payments-per-minute", in: many, default: 0, "How many payments one client address may try; 0: any.")
    static let openSeatsPerClient = NumberSetting(
        "open-seats-per-client", in: many, default: OpenSeatsLimit.standard.inAll ?? 0,
        "How many unpaid seats one client address may hold in all; 0: any.")
    static let openSeatsPerShowing = NumberSetting(
        "open-seats-per-showing", in: many, default: OpenSeatsLimit.standard.inShowing ?? 0,
        "How many of them in one showing; in a large room it is a quarter of the seats if that is more; 0: any.")
    static let connectionsPerClient = NumberSetting(
        "connections-per-client", in: many, default: limits.connectionsPerClient,
        "How many connections one client address may have open, live sockets among them; 0: any.")
    static let socketsPerClient = NumberSetting(
        "sockets-per-client", in: many, default: LiveLimits().socketsPerClient,
        "How many live sockets one client address may have; 0: any.")
    static let maxConnections = NumberSetting(
        "max-connections", in: 4...1_000_000, default: limits.maximumConnections,
        """
        How many connections may be open; for further ones, those that are idle longest are closed. Three quarters of \
        them may be live sockets.
        """)
    static let maxRequests = NumberSetting(
        "max-requests", in: 1...1_000_000, default: limits.maximumRequests,
        "How many requests are served at once; further ones get 503.")

    // MARK: Tests

    static let paymentFaults = NumberSetting(
        "payment-faults", in: 0...100, default: 0,
        "For tests: of a hundred calls to the simulated bank, so many are lost, late, doubled or unanswered.")
    static let paymentSeed = NumberSetting(
        "payment-seed", in: 0...Int.max, default: 1,
        "For tests: which ones; the same number means the same faults.")

    /// In the order in which `--help` lists them.
    static let all: [Setting] =
        [catalog, store, ticketKey, orderKey, words, host, port.setting, allowOrigin, publicURL, trustedProxy]
        + [holdSeconds, seatsPerHold, seatsPerBuyer, lateMinutes].map(\.setting) + [managerKey]
        + [
            holdsPerMinute, paymentsPerMinute, openSeatsPerClient, openSeatsPerShowing, connectionsPerClient,
            socketsPerClient, maxConnections, maxRequests,
        ].map(\.setting) + [LogOptions.format, LogOptions.level] + [paymentFaults, paymentSeed].map(\.setting)

    /// Those that may be given several times.
    static let lists = [allowOrigin, trustedProxy]
}
