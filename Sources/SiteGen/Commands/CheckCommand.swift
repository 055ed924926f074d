import ArgumentParser
import Foundation
import Settings
import SiteBuild
import SiteCheck
import SitePages

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Looks for faults in a finished site: links that lead nowhere, pages without a title, and the like.",
        discussion: """
            Needs the folder only, so it works on any site of plain files. Each fault is printed as \
            path:line:column: message. What is checked, and why, is in docs/check.md.
            """)

    @Argument(help: "The folder of the finished site. Default: that of --output.")
    var folder: String?

    @OptionGroup var output: OutputOption

    @Option(CommandSettings.checkedURL) var baseURL: String?

    @Flag(help: "Prints every fault, not the first 20 of each kind.")
    var all = false

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    private static let shown = 20

    func validate() throws {
        try GivenPath.require(folder, "the folder to check")
        guard folder == nil || output.output == nil else {
            throw ValidationError("the folder is named twice: as '\(folder ?? "")' and with --output")
        }
    }

    func run() async throws {
        let started = ContinuousClock.now
        let site = folder.map { URL(filePath: $0) } ?? output.folder
        let name = site.relativePath
        guard FileManager.default.fileExists(atPath: site.appending(path: "index.html").path) else {
            throw BuildError(
                "\(name): there is no site here, for there is no index.html; make one with 'sitegen build'")
        }
        let report = try await Inspection(
            folder: site.path, profile: .marquee, baseURL: address(), limit: all ? nil : Self.shown
        ).run()
        let sentence = "\(name): \(report.sentence(after: ContinuousClock.now - started))"
        guard report.faultCount == 0 else { throw FaultySiteError(lines: report.lines + [sentence]) }
        if !quiet { print(sentence) }
    }

    private func address() throws -> String? {
        guard let address = Settings().text(CommandSettings.checkedURL, baseURL) else { return nil }
        let url = try SiteURL(baseURL: address)
        return url.absolute(url.root)
    }
}

/// A site with faults.
struct FaultySiteError: Error, CustomStringConvertible {
    let lines: [String]

    var description: String { lines.joined(separator: "\n") }
}
