import ArgumentParser
import Foundation
import Logging
import Settings

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows a finished site in the browser, as a web server or CDN would.")

    @OptionGroup var output: OutputOption

    @Option(help: "The address to listen on. Default: 127.0.0.1. Environment: MARQUEE_HOST.")
    var host: String?

    @Option(help: "The port to listen on. Default: 8080. Environment: MARQUEE_PORT.")
    var port: Int?

    func run() async throws {
        let environment = Settings()
        let host = host ?? environment.value(for: "host") ?? "127.0.0.1"
        let port = try port ?? environment.value(for: "port", as: Int.self) ?? 8080
        try await SiteServer(folder: output.folder, host: host, port: port).run()
    }
}
