import ArgumentParser
import Foundation
import SiteBuild
import UnixSignals

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Keeps the site up to date until it is stopped.",
        discussion: """
            Builds whenever the catalog, a template or a public file is changed, and whenever the clock changes what \
            a page shows. A mistake in a template is reported; the site stays as it is until it is mended.
            """)

    @OptionGroup var site: SiteOptions

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    func run() async throws {
        let builder = try site.builder()
        let clock: @Sendable () -> Date
        if let pinned = try site.clock.pinned() { clock = { pinned } } else { clock = { Date() } }
        let (name, quiet) = (builder.output.relativePath, quiet)
        let watcher = SiteWatcher(builder: builder, clock: clock) { event in
            switch event {
            case .built(let summary, let duration):
                if !quiet {
                    Self.say("\(name): \(summary.sentence(after: duration))\(summary.reason)")
                    for note in summary.notes { Self.say("\(name): \(note)") }
                }
            case .failed(let error):
                FileHandle.standardError.write(Data("\(error)\n".utf8))
            }
        }
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watcher.run() }
            group.addTask { for await _ in signals { return } }
            try await group.next()
            group.cancelAll()
        }
    }

    /// At once, also into a pipe.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
