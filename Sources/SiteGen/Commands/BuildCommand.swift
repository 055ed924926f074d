import ArgumentParser
import Foundation
import SiteBuild
import Synchronization

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Brings the site up to date: renders what may have changed, and writes what has.",
        discussion: """
            What is written is rendered in full first, so a template with a mistake leaves the site as it was. A file \
            whose content did not change is not touched.
            """)

    @OptionGroup var site: SiteOptions

    @Flag(help: "Renders everything, whatever is known of the last build.")
    var full = false

    @Flag(help: "Renders everything and writes nothing.")
    var dryRun = false

    @Flag(help: "Renders everything, writes nothing, and fails if any file of the site is not what it should be.")
    var verify = false

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    func validate() throws {
        guard [full, dryRun, verify].count(where: { $0 }) <= 1 else {
            throw ValidationError("--full, --dry-run and --verify are three different things; choose one")
        }
    }

    func run() async throws {
        let started = ContinuousClock.now
        let progress = Mutex(ProgressLine())
        var builder = try site.builder()
        builder.mode = full ? .full : dryRun ? .dryRun : .update
        if !quiet {
            builder.progress = { done, total in progress.withLock { $0.show("pages", done, of: total) } }
        }
        defer { progress.withLock { $0.clear() } }
        let name = builder.output.relativePath
        if verify {
            let (counts, faults) = try await builder.verify()
            progress.withLock { $0.clear() }
            guard faults.isEmpty else { throw VerificationError(output: name, faults: faults) }
            if !quiet { print("\(name): all \(counts.files) files are what a build writes") }
        } else {
            let summary = try await builder.build()
            progress.withLock { $0.clear() }
            if !quiet {
                print("\(name): \(summary.sentence(after: ContinuousClock.now - started))")
                for note in summary.notes { print("\(name): \(note)") }
            }
        }
    }
}
