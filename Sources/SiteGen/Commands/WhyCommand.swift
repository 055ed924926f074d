import ArgumentParser
import Foundation
import SiteBuild

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tells what a file of the site is made from, why it was written, and whether it is up to date.")

    @OptionGroup var site: SiteOptions

    @Argument(help: "The file, below the output folder, or the address of its page: /movies/amelie-2001/.")
    var path: String

    func validate() throws { try GivenPath.require(path, "the file or address to explain") }

    func run() throws {
        let builder = try site.builder()
        for line in try PageExplanation(path, builder).lines { print(line) }
    }
}
