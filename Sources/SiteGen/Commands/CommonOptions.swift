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

/// A line on stderr that tells how far long work has come; on a terminal it is drawn over itself.
final class ProgressLine {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let started = ContinuousClock.now
    private var shown = ContinuousClock.now

    /// Work that is over within a second needs no line; on a terminal it is redrawn ten times a second at most.
    func show(_ what: String, _ done: Int, of total: Int) {
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        guard now - started > .seconds(1), now - shown > pause else { return }
        shown = now
        let perSecond = Int(Double(done) / ((now - started) / .seconds(1)))
        let line = "\(what): \(done) of \(total), \(perSecond) per second"
        FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K\(line)" : line + "\n").utf8))
    }

    func clear() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
