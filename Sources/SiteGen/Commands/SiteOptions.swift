import ArgumentParser
import Foundation
import Settings
import SiteBuild
import SitePages

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

    @Option(
        help: """
            The folder of the pictures that films name as their posters. Default: the folder of public files. \
            Environment: MARQUEE_POSTERS.
            """)
    var posters: String?

    @OptionGroup var addresses: AddressOptions

    @Flag(
        inversion: .prefixedNo,
        help: "Writes a .gz and a .br beside every file that gains from it, for servers that can send them.")
    var compress = false

    func validate() throws {
        try GivenPath.require(templates, "--templates")
        try GivenPath.require(publicFolder, "--public")
        try GivenPath.require(posters, "--posters")
    }

    func builder() throws -> SiteBuilder {
        let environment = Settings()
        let (url, api) = try addresses.addresses()
        return SiteBuilder(
            catalog: catalog.path,
            templates: URL(filePath: templates ?? environment.value(for: "templates") ?? "Templates"),
            publicFolder: URL(filePath: publicFolder ?? environment.value(for: "public") ?? "Public"),
            output: output.folder,
            settings: SiteSettings(
                url: url, api: api, now: try clock.instant(), isCompressed: compress),
            posters: (posters ?? environment.value(for: "posters")).map { URL(filePath: $0) })
    }
}
