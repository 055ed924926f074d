import ArgumentParser
import Catalog
import Foundation
import SiteBuild

struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Prints the next instant at which some page changes by the clock alone.",
        discussion: """
            A showing begins or is over, or the day ends. Counted from the last build of the site, so that an instant \
            in the past means that a build is due; where there is none, from now.
            """)

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var output: OutputOption
    @OptionGroup var clock: ClockOption

    func run() throws {
        let built = BuildState.load(OutputFolder.stateFile(of: output.folder))?.now
        let from = try built ?? clock.instant()
        let next = try Catalog(readingFrom: catalog.path).read(at: from) { try $0.nextChange() }
        print(next.formatted(.iso8601))
    }
}
