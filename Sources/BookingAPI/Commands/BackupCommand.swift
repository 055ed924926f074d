import ArgumentParser
import Booking
import BookingSQLite

/// Copies the store, also while the server runs.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the booking store to a file, also while the server runs.",
        discussion: """
            The copy is of one moment, complete, and on the disk when this ends. No key is in it. Keep the ticket key, too: \
            without it no ticket can be shown again; and, somewhere else than the copy, the order key: without it none can be \
            sent again, and with both whoever finds them has the tickets.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: "The file to write; it must not exist yet.")
    var file: String

    func run() async throws {
        guard !file.isEmpty else { throw ValidationError("give the path of the file to write") }
        try StoreBackup(of: store.path).write(to: file)
        print("\(file): a copy of \(try store.path), without its keys")
    }
}
