import ArgumentParser
import Booking
import BookingSQLite
import Cinema

/// Ends the sales of a showing.
struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End the sales of a showing at once, also while the server runs.",
        discussion: """
            From now on nothing of it is held, extended or sold, whatever the catalog says; what a bank allows just then is given \
            back. Tickets that are sold stay good.
            """)

    @OptionGroup var store: StoreOption

    @Option(help: "Why, for those who work for the cinema; buyers are not told.")
    var reason: String?

    @OptionGroup var showtime: ShowtimeArgument

    func run() async throws {
        let database = try SQLiteBookings(existing: store.path)
        let isNew = try await database.close(try showtime.id, reason: reason)
        print("\(try await showtime.words(in: database)): \(isNew ? "sales are closed" : "sales were closed already")")
    }
}

/// Takes ``CloseCommand`` back.
struct ReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Let a showing be sold again that was closed, if the catalog does.",
        discussion: "Holds that are not over can be paid again. The server may run meanwhile.")

    @OptionGroup var store: StoreOption
    @OptionGroup var showtime: ShowtimeArgument

    func run() async throws {
        let database = try SQLiteBookings(existing: store.path)
        let wasClosed = try await database.reopen(try showtime.id)
        print("\(try await showtime.words(in: database)): \(wasClosed ? "sales are open" : "sales were not closed")")
    }
}

/// Which showing a command is about.
struct ShowtimeArgument: ParsableArguments {
    @Argument(help: "The id of the showtime, as in the address of its page.")
    var showtime: String

    var id: ShowtimeID {
        get throws {
            guard let id = ShowtimeID(showtime) else { throw ValidationError("'\(showtime)' is no id of a showtime") }
            return id
        }
    }

    /// The id, and what the store knows of the showing, so that a mistake is seen.
    func words(in database: SQLiteBookings) async throws -> String {
        let id = try id
        guard let showing = try await database.read({ try $0.newestRecord(of: id) })?.state.showing else {
            return "\(id.text) (nobody has held seats of it yet)"
        }
        return "\(id.text) (\(showing.movie), \(showing.theater))"
    }
}
