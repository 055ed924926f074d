import ArgumentParser
import Cinema
import Foundation
import Settings

/// Where the catalog is.
struct CatalogOption: ParsableArguments {
    @Option(CommandSettings.catalog) var catalog: String?

    var path: String { Settings().text(CommandSettings.catalog, catalog) ?? "" }

    func validate() throws { try GivenPath.requireDatabase(path, "--catalog") }
}

/// Where the finished site is.
struct OutputOption: ParsableArguments {
    @Option(CommandSettings.output) var output: String?

    var folder: URL { URL(filePath: Settings().text(CommandSettings.output, output) ?? "") }

    func validate() throws { try GivenPath.require(output, "--output") }
}

/// What time it is.
struct ClockOption: ParsableArguments {
    @Option(CommandSettings.now) var now: String?

    func instant() throws -> Date { try pinned() ?? Date() }

    /// - Returns: `nil` if the clock goes on.
    func pinned() throws -> Date? {
        guard let text = Settings().text(CommandSettings.now, now) else { return nil }
        guard let instant = Date(rfc3339: text) else {
            throw ValidationError("--now must be an instant such as 2026-11-21T20:30:00Z, not '\(text)'")
        }
        return instant
    }
}
