import ArgumentParser
import Booking

/// The keys under which the names of orders are sealed.
struct OrderKeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order-keys", abstract: "List or rotate the keys with which tickets can be sent again.",
        subcommands: [List.self, Rotate.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the public names of the keys; the first one seals.")

        @OptionGroup var file: OrderKeyOption

        func run() throws {
            for id in try file.keyFile().read().ids { print(id) }
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seal with a new key from now on; the old ones still open what they have sealed.",
            discussion: "A server that runs must be started again to seal with it, of several servers all."
        )

        @OptionGroup var file: OrderKeyOption

        func run() throws {
            print("new key \(try file.keyFile().rotate().ids[0])")
        }
    }
}
