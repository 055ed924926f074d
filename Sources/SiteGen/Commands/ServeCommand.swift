import ArgumentParser
import Foundation
import Settings
import SiteBuild
import SitePages
import SiteServe

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows a finished site in the browser, as a web server or CDN would.",
        discussion: "Pages that are open show every new build by themselves.")

    @OptionGroup var output: OutputOption

    @Option(CommandSettings.host) var host: String?
    @Option(CommandSettings.port) var port: Int?
    @Option(CommandSettings.servedURL) var baseURL: String?

    @Flag(inversion: .prefixedNo, help: "Lets open pages show a new build by themselves.")
    var liveReload = true

    func run() async throws {
        let settings = Settings()
        let host = settings.text(CommandSettings.host, host) ?? ""
        let port = try settings.number(CommandSettings.port, port)
        let root = try settings.text(CommandSettings.servedURL, baseURL).map { try SiteURL(baseURL: $0).root } ?? ""
        try await SiteServer(
            output: ServedOutput(folder: output.folder, changeMark: OutputFolder.changeMark(of: output.folder)),
            host: host, port: port, root: root, isReloading: liveReload
        ).run()
    }
}
