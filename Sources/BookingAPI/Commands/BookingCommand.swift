import ArgumentParser
import Settings

@main
struct BookingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "booking-api",
        abstract: "Sells the seats of a cinema: holds, payments, orders and tickets.",
        subcommands: [
            ServeCommand.self, VerifyCommand.self, CheckCommand.self, BackupCommand.self, EraseCommand.self,
            CloseCommand.self, ReopenCommand.self, KeysCommand.self, OrderKeysCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    /// The options that may be repeated.
    private static let lists = Set(ServerSettings.lists.map(\.name) + ["public-key"])

    static func main() async {
        if let problem = RepeatedOption.problem(in: CommandLine.arguments.dropFirst(), besides: lists) {
            exit(withError: ValidationError(problem))
        }
        await main(nil)
    }
}
