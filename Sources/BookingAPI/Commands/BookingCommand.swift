import ArgumentParser

@main
struct BookingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "booking-api",
        abstract: "Sells the seats of a cinema: holds, payments, orders and tickets.",
        subcommands: [
            ServeCommand.self, VerifyCommand.self, CheckCommand.self, BackupCommand.self, EraseCommand.self,
            KeysCommand.self, OrderKeysCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)
}
