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

/// The options of the server: from the command line, else from the environment, else as the manual says.
struct ServerOptions {
    let catalog: String
    let store: String
    let ticketKey: String
    let orderKey: String
    let paymentFaults: Int
    let paymentSeed: Int
    let configuration: BookingConfiguration

    init(_ command: ServeCommand, _ settings: Settings) throws {
        catalog = command.catalog ?? settings.value(for: "catalog") ?? "catalog.sqlite"
        store = try StoreOption.path(command.store, settings)
        ticketKey = command.ticketKey ?? settings.value(for: "ticket-key") ?? store + ".ticket-key"
        orderKey = try command.orderKey.path(settings)
        for (option, path) in [("catalog", catalog), ("ticket-key", ticketKey)] where path.isEmpty {
            throw ValidationError("--\(option): give the path of a file")
        }
        guard Set([catalog, store, ticketKey, orderKey]).count == 4 else {
            throw ValidationError("--catalog, --store, --ticket-key and --order-key: give four files, not one twice")
        }
        let managerKey = command.managerKey ?? settings.value(for: "manager-key")
        guard managerKey?.contains(where: \.isWhitespace) != true, managerKey != "" else {
            throw ValidationError("--manager-key: give a key without blanks: one that has some cannot be sent")
        }
        let origins =
            command.allowOrigin.isEmpty
            ? settings.values(for: "allow-origin")
            : command.allowOrigin.flatMap { Settings.parts(of: $0) }
        func number(_ option: String, _ given: Int?, _ range: ClosedRange<Int>, default standard: Int) throws -> Int {
            let value = try given ?? settings.value(for: option, as: Int.self) ?? standard
            guard range.contains(value) else {
                throw ValidationError(
                    "--\(option): \(value) is not a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return value
        }
        func limit(_ option: String, _ given: Int?, default standard: Int) throws -> Int? {
            let value = try number(option, given, 0...1_000_000, default: standard)
            return value == 0 ? nil : value
        }
        paymentFaults = try number("payment-faults", command.paymentFaults, 0...100, default: 0)
        paymentSeed = try number("payment-seed", command.paymentSeed, 0...Int.max, default: 1)
        let openSeats = OpenSeatsLimit(
            inShowing: try limit("open-seats-per-showing", command.openSeatsPerShowing, default: 20),
            inAll: try limit("open-seats-per-client", command.openSeatsPerClient, default: 300))
        configuration = BookingConfiguration(
            web: WebConfiguration(
                host: command.host ?? settings.value(for: "host") ?? "127.0.0.1",
                port: try number("port", command.port, 0...65535, default: 8081),
                allowedOrigins: AllowedOrigins(try origins.map(Self.origin)),
                publicURL: try (command.publicURL ?? settings.value(for: "public-url")).map(Self.publicURL),
                trustedProxies: try Self.proxies(
                    command.trustedProxy.isEmpty ? settings.values(for: "trusted-proxy") : command.trustedProxy),
                limits: ServerLimits(
                    maximumConnections: try number(
                        "max-connections", command.maxConnections, 4...1_000_000, default: 20_000),
                    maximumRequests: try number("max-requests", command.maxRequests, 1...1_000_000, default: 2048),
                    connectionsPerClient: try number(
                        "connections-per-client", command.connectionsPerClient, 0...1_000_000, default: 200))),
            live: LiveLimits(
                socketsPerClient: try number(
                    "sockets-per-client", command.socketsPerClient, 0...1_000_000, default: 100)),
            // Behind a proxy all buyers share one address, so a limit is for those to set who know that there is none.
            holdsPerMinute: try number("holds-per-minute", command.holdsPerMinute, 0...1_000_000, default: 0),
            paymentsPerMinute: try number("payments-per-minute", command.paymentsPerMinute, 0...1_000_000, default: 0),
            policy: BookingPolicy(
                holdLifetime: Double(try number("hold-seconds", command.holdSeconds, 1...86_400, default: 600)),
                seatsPerHold: try number("seats-per-hold", command.seatsPerHold, 1...100, default: 10),
                seatsPerBuyer: try limit("seats-per-buyer", command.seatsPerBuyer, default: 0), openSeats: openSeats,
                salesCloseAfterStart: 60 * Double(try number("late-minutes", command.lateMinutes, 0...1440, default: 0))
            ), managerKey: managerKey)
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
        return BookingParts(
            showtimes: showtimes, store: bookings,
            payments: paymentFaults == 0 ? bank : faulty, simulatedBank: bank,
            ticketKeys: try TicketKeyFile(path: ticketKey).readOrCreate(), environment: environment)
    }

    /// Files that should be their owner's alone, and are not.
    var exposedFiles: [ExposedFile] {
        DatabaseFiles(store).exposed + DatabaseFiles(store + ".simulated-payments").exposed
            + [TicketKeyFile(path: ticketKey).exposure, OrderKeyFile(path: orderKey).exposure].compactMap(\.self)
    }

    private static func proxies(_ texts: [String]) throws -> TrustedProxies {
        let networks = texts.flatMap { $0.split(separator: ",").map(String.init) }
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
