import ArgumentParser
import Booking
import BookingSQLite
import BookingService
import Files
import Foundation
import LiveChannel
import PaymentSimulator
import Payments
import Randomness
import Settings
import Tickets
import WebOrigin
import WebService
import Words

/// The options of the server: from the command line, else from the environment, else as the manual says.
struct ServerOptions {
    let catalog: String
    let store: String
    let ticketKey: String
    /// `nil` for the words that the program comes with.
    let words: String?
    let orderKey: String
    let paymentFaults: Int
    let paymentSeed: Int
    let configuration: BookingConfiguration

    init(_ command: ServeCommand, _ settings: Settings) throws {
        catalog = try Self.file(ServerSettings.catalog, settings.text(ServerSettings.catalog, command.catalog) ?? "")
        store = try StoreOption.path(command.store, settings)
        ticketKey = try TicketKeyOption.path(command.ticketKey, store: store, settings)
        orderKey = try command.orderKey.path(settings)
        words = try settings.text(ServerSettings.words, command.words).map { try Self.file(ServerSettings.words, $0) }
        guard Set([catalog, store, ticketKey, orderKey]).count == 4 else {
            throw ValidationError("--catalog, --store, --ticket-key and --order-key: give four files, not one twice")
        }
        paymentFaults = try settings.number(ServerSettings.paymentFaults, command.paymentFaults)
        paymentSeed = try settings.number(ServerSettings.paymentSeed, command.paymentSeed)
        configuration = BookingConfiguration(
            web: try Self.web(command, settings),
            live: LiveLimits(
                socketsPerClient: try settings.number(ServerSettings.socketsPerClient, command.socketsPerClient)),
            holdsPerMinute: try settings.number(ServerSettings.holdsPerMinute, command.holdsPerMinute),
            paymentsPerMinute: try settings.number(ServerSettings.paymentsPerMinute, command.paymentsPerMinute),
            policy: try Self.policy(command, settings), managerKey: try Self.managerKey(command, settings))
    }

    private static func web(_ command: ServeCommand, _ settings: Settings) throws -> WebConfiguration {
        WebConfiguration(
            host: settings.text(ServerSettings.host, command.host) ?? "",
            port: try settings.number(ServerSettings.port, command.port),
            allowedOrigins: AllowedOrigins(
                try settings.texts(ServerSettings.allowOrigin, command.allowOrigin).map(origin)),
            publicURL: try settings.text(ServerSettings.publicURL, command.publicURL).map(publicURL),
            trustedProxies: try proxies(settings.texts(ServerSettings.trustedProxy, command.trustedProxy)),
            limits: ServerLimits(
                maximumConnections: try settings.number(ServerSettings.maxConnections, command.maxConnections),
                maximumRequests: try settings.number(ServerSettings.maxRequests, command.maxRequests),
                connectionsPerClient: try settings.number(
                    ServerSettings.connectionsPerClient, command.connectionsPerClient)))
    }

    private static func policy(_ command: ServeCommand, _ settings: Settings) throws -> BookingPolicy {
        func limit(_ number: NumberSetting, _ given: Int?) throws -> Int? {
            let value = try settings.number(number, given)
            return value == 0 ? nil : value
        }
        return BookingPolicy(
            holdLifetime: Double(try settings.number(ServerSettings.holdSeconds, command.holdSeconds)),
            seatsPerHold: try settings.number(ServerSettings.seatsPerHold, command.seatsPerHold),
            seatsPerBuyer: try limit(ServerSettings.seatsPerBuyer, command.seatsPerBuyer),
            openSeats: OpenSeatsLimit(
                inShowing: try limit(ServerSettings.openSeatsPerShowing, command.openSeatsPerShowing),
                inAll: try limit(ServerSettings.openSeatsPerClient, command.openSeatsPerClient)),
            salesCloseAfterStart: 60 * Double(try settings.number(ServerSettings.lateMinutes, command.lateMinutes)))
    }

    private static func managerKey(_ command: ServeCommand, _ settings: Settings) throws -> String? {
        let key = settings.text(ServerSettings.managerKey, command.managerKey)
        guard key?.contains(where: \.isWhitespace) != true, key != "" else {
            throw ValidationError("--manager-key: give a key without blanks: one that has some cannot be sent")
        }
        return key
    }

    private static func file(_ setting: Setting, _ path: String) throws -> String {
        guard !path.isEmpty else { throw ValidationError("--\(setting.name): give the path of a file") }
        return path
    }

    /// Opens everything that the server needs.
    func parts() throws -> BookingParts {
        let environment = BookingEnvironment()
        // What may be missing is read before anything is written.
        let showtimes = try CurrentCatalog(path: catalog)
        let payments = store + ".simulated-payments"
        // A copy to a full disk leaves such a file. Taken for a new store, it would sell every seat again.
        if FileStamp(following: store)?.size == 0, Files.exists(ticketKey) || Files.exists(payments) {
            throw StoreError.empty(path: store)
        }
        let orderKeys = OrderKeyFile(path: orderKey)
        // A folder that somebody named is theirs to make: it may be misspelt.
        if orderKey == OrderKeyOption.standardPath { orderKeys.makeFolder() }
        let bookings = try BookingEngine(
            sqlite: store, keys: try orderKeys.readOrCreate(), policy: configuration.policy,
            environment: environment)
        let bank = try SimulatedProvider(path: payments)
        let faulty = FaultyProvider(bank, percent: paymentFaults, random: SplitMix64(seed: UInt64(paymentSeed)))
        let table = try words.map { try WordTable(file: URL(filePath: $0)) } ?? .house()
        return BookingParts(
            showtimes: showtimes, store: bookings,
            payments: paymentFaults == 0 ? bank : faulty, simulatedBank: bank,
            ticketKeys: try TicketKeyFile(path: ticketKey).readOrCreate(), environment: environment,
            words: try BookingWords(table))
    }

    /// Files that should be their owner's alone, and are not.
    var exposedFiles: [ExposedFile] {
        DatabaseFiles(store).exposed + DatabaseFiles(store + ".simulated-payments").exposed
            + [TicketKeyFile(path: ticketKey).exposure, OrderKeyFile(path: orderKey).exposure].compactMap(\.self)
    }

    private static func proxies(_ networks: [String]) throws -> TrustedProxies {
        for network in networks where TrustedProxies([network]) == nil {
            throw ValidationError(
                "--trusted-proxy: '\(network)' is no address or network; use one such as 192.0.2.7 or 10.0.0.0/8")
        }
        return TrustedProxies(networks) ?? .none
    }

    private static func origin(_ text: String) throws -> Origin {
        do {
            return try Origin(text)
        } catch {
            throw ValidationError(
                "--allow-origin: '\(text)' is no origin: \(error); use one such as https://cinema.example")
        }
    }

    private static func publicURL(_ text: String) throws -> WebAddress {
        do {
            return try WebAddress(base: text)
        } catch {
            throw ValidationError(
                "--public-url: '\(text)' is no address: \(error); use one such as https://booking.cinema.example")
        }
    }
}
