import ArgumentParser
import Catalog
import CatalogImport
import DemoCatalog
import Foundation

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Writes a catalog to look around in: a small repertory chain and its showtimes around today.",
        discussion: "Sizes beyond the chain's own are invented; the same options make the same catalog.")

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var clock: ClockOption

    @Option(help: "How many theaters. Default: the chain's three.")
    var theaters: Int?

    @Option(help: "How many films. Default: the chain's repertory of classics.")
    var movies: Int?

    @Option(help: "How many days of showtimes, from yesterday on.")
    var days = 15

    @Option(help: "Another seed makes another programme.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (theaters ?? 1) > 0, (movies ?? 1) > 0, days > 0, (theaters ?? 1) <= 100_000, (movies ?? 1) <= 1_000_000,
            days <= 400
        else { throw ValidationError("--theaters, --movies and --days must be at least 1, and --days at most 400") }
    }

    func run() throws {
        let progress = ProgressLine()
        let demo = DemoCatalog(
            theaters: theaters, movies: movies, days: days, seed: seed, now: try clock.instant())
        let summary = try demo.write(to: catalog.path) { progress.show($0.what, $0.done, of: $0.total) }
        progress.clear()
        print("\(catalog.path): \(summary)")
    }
}
