import ArgumentParser
import Foundation
import Settings

/// What a site is built from, and to where.
struct SiteOptions: ParsableArguments {
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

    @Flag(
        inversion: .prefixedNo,
        help: "Writes a .gz and a .br beside every file that gains from it, for servers that can send them.")
    var compress = false

    func builder() throws -> SiteBuilder {
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
            settings: SiteSettings(
                url: url, api: apiURL.absolute(apiURL.root), now: try clock.instant(), isCompressed: compress))
    }
}
