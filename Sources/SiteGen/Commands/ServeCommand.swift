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

    @Option(help: "The address to listen on. Default: 127.0.0.1. Environment: MARQUEE_HOST.")
    var host: String?

    @Option(help: "The port to listen on; 0 takes any that is free. Default: 8080. Environment: MARQUEE_PORT.")
    var port: Int?

    @Option(
        help: """
            The address that the site was built for; its path, if it has one, is where the site is shown. \
            Environment: MARQUEE_BASE_URL.
            """)
    var baseURL: String?

    @Flag(inversion: .prefixedNo, help: "Lets open pages show a new build by themselves.")
    var liveReload = true

    func run() async throws {
        let environment = Settings()
        let host = host ?? environment.value(for: "host") ?? "127.0.0.1"
        let port = try port ?? environment.value(for: "port", as: Int.self) ?? 8080
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be a number from 0 to 65535, not \(port)")
        }
        let url = try SiteURL(baseURL: baseURL ?? environment.value(for: "base-url") ?? "http://localhost")
        try await SiteServer(
            output: ServedOutput(folder: output.folder, changeMark: OutputFolder.changeMark(of: output.folder)),
            host: host, port: port, root: url.root, isReloading: liveReload
        ).run()
    }
}
