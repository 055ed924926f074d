import ArgumentParser
import Settings

/// Which store a command works on, and with what keys.
struct StoreOption: ParsableArguments {
    @Option(ServerSettings.store) var store: String?

    var path: String { get throws { try Self.path(store, Settings()) } }

    static func path(_ given: String?, _ settings: Settings) throws -> String {
        let store = settings.text(ServerSettings.store, given) ?? ""
        guard store.hasPrefix("sqlite:"), store.count > "sqlite:".count else {
            throw ValidationError("--store: '\(store)' is no store; use sqlite:PATH")
        }
        let path = String(store.dropFirst("sqlite:".count))
        guard path != ":memory:", !path.hasPrefix("file:") else {
            throw ValidationError("--store: '\(path)' is no path of a file; sales that are to last need one")
        }
        return path
    }
}
