import ArgumentParser
import Foundation
import Settings
import Synchronization

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract:
            "Renders the whole site. The new site takes the place of the old one in one step, when it is complete.")

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var output: OutputOption
    @OptionGroup var clock: ClockOption

    @Option(help: "The folder of the templates. Default: Templates. Environment: MARQUEE_TEMPLATES.")
    var templates: String?

    @Option(
        name: .customLong("public"),
        help: "The folder of files that are served as they are. Default: Public. Environment: MARQUEE_PUBLIC.")
    var publicFolder: String?

    @Option(help: "The site's own address. Default: http://localhost:8080. Environment: MARQUEE_BASE_URL.")
    var baseURL: String?

    @Option(help: "The address of the booking API. Default: http://localhost:8081. Environment: MARQUEE_API_URL.")
    var apiURL: String?

    @Flag(help: "Renders everything and writes nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    func run() async throws {
        let started = ContinuousClock.now
        let progress = Mutex(ProgressLine())
        let quiet = quiet
        let builder = try builder { done, total in
            if !quiet { progress.withLock { $0.show("files", done, of: total) } }
        }
        let summary = try await builder.build()
        guard !quiet else { return }
        progress.withLock { $0.clear() }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        print(
            "\(builder.output.relativePath): \(summary.pages) pages, \(summary.files) files, "
                + "\((Double(summary.bytes) / 1e6).formatted(.number.precision(.fractionLength(1)))) MB "
                + "in \(seconds.formatted(.number.precision(.fractionLength(2)))) s")
    }

    private func builder(progress: @escaping @Sendable (Int, Int) -> Void) throws -> SiteBuilder {
        let environment = Settings()
        let base = baseURL ?? environment.value(for: "base-url") ?? "http://localhost:8080"
        guard let url = SiteURL(base: base) else {
            throw ValidationError("--base-url must be an address such as https://cinema.example, not '\(base)'")
        }
        let api = apiURL ?? environment.value(for: "api-url") ?? "http://localhost:8081"
        guard let apiURL = SiteURL(base: api) else {
            throw ValidationError("--api-url must be an address such as https://api.cinema.example, not '\(api)'")
        }
        return SiteBuilder(
            catalog: catalog.path,
            templates: URL(filePath: templates ?? environment.value(for: "templates") ?? "Templates"),
            publicFolder: URL(filePath: publicFolder ?? environment.value(for: "public") ?? "Public"),
            output: output.folder,
            settings: SiteSettings(url: url, api: apiURL.absolute(apiURL.root), now: try clock.instant()),
            isDryRun: dryRun,
            progress: progress)
    }
}
