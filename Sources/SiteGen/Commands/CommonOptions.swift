import ArgumentParser
import Cinema
import Foundation
import Settings

/// Where the catalog is.
struct CatalogOption: ParsableArguments {
    @Option(help: "The catalog's file. Default: catalog.sqlite. Environment: MARQUEE_CATALOG.")
    var catalog: String?

    var path: String { catalog ?? Settings().value(for: "catalog") ?? "catalog.sqlite" }

    func validate() throws { try GivenPath.requireDatabase(path, "--catalog") }
}

/// Where the finished site is.
struct OutputOption: ParsableArguments {
    @Option(help: "The folder of the finished site. Default: dist. Environment: MARQUEE_OUTPUT.")
    var output: String?

    var folder: URL { URL(filePath: output ?? Settings().value(for: "output") ?? "dist") }

    func validate() throws { try GivenPath.require(output, "--output") }
}

/// What time it is.
struct ClockOption: ParsableArguments {
    @Option(help: "Takes this instant (RFC 3339) for now. Default: the clock. Environment: MARQUEE_NOW.")
    var now: String?

    func instant() throws -> Date { try pinned() ?? Date() }

    /// - Returns: `nil` if the clock goes on.
    func pinned() throws -> Date? {
        guard let text = now ?? Settings().value(for: "now") else { return nil }
        guard let instant = Date(rfc3339: text) else {
            throw ValidationError("--now must be an instant such as 2026-11-21T20:30:00Z, not '\(text)'")
        }
        return instant
    }
}
