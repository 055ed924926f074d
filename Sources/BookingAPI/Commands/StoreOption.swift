import ArgumentParser
import Settings

/// Which store a command works on, and with what keys.
struct StoreOption: ParsableArguments {
    @Option(help: "The booking store: sqlite:PATH. (MARQUEE_STORE, default: sqlite:booking.sqlite)")
    var store: String?

    var path: String { get throws { try Self.path(store, Settings()) } }

    static func path(_ given: String?, _ settings: Settings) throws -> String {
        let store = given ?? settings.value(for: "store") ?? "sqlite:booking.sqlite"
        guard store.hasPrefix("sqlite:"), store.count > "sqlite:".count else {
            throw ValidationError("--store: '\(store)' is no store; use sqlite:PATH")
        }
        return String(store.dropFirst("sqlite:".count))
    }
}
