import ArgumentParser
import Foundation
import Settings
import Tickets

/// The keys that sign tickets.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List or rotate the keys that sign tickets.",
        subcommands: [List.self, Rotate.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the public keys; the first one signs.")

        @OptionGroup var file: TicketKeyOption

        func run() throws {
            for key in try file.keyFile().read().publicKeys {
                print("\(key.id.text) \(key.base64)")
            }
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign with a new key from now on; tickets of the old ones stay good.",
            discussion: "A server that runs must be started again to sign with it. Give doors the new public key first."
        )

        @OptionGroup var file: TicketKeyOption

        func run() throws {
            let keys = try file.keyFile().rotate()
            print("new key \(keys.publicKeys[0].id.text) \(keys.publicKeys[0].base64)")
        }
    }
}

struct TicketKeyOption: ParsableArguments {
    @Option(ServerSettings.ticketKey) var ticketKey: String?

    @OptionGroup var store: StoreOption

    /// Says so if others could make tickets with it.
    func keyFile() throws -> TicketKeyFile {
        let file = TicketKeyFile(path: try path)
        if let exposure = file.exposure { FileHandle.standardError.write(Data("\(exposure)\n".utf8)) }
        return file
    }

    private var path: String {
        get throws {
            let settings = Settings()
            return try Self.path(ticketKey, store: StoreOption.path(store.store, settings), settings)
        }
    }

    /// - Parameter store: its path, beside which the key lies by default.
    static func path(_ given: String?, store: String, _ settings: Settings) throws -> String {
        let path = settings.text(ServerSettings.ticketKey, given) ?? store + ".ticket-key"
        guard !path.isEmpty else { throw ValidationError("--ticket-key: give the path of a file") }
        return path
    }
}
