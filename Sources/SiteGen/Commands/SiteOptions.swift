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

    @Option(CommandSettings.templates) var templates: String?
    @Option(CommandSettings.publicFolder) var publicFolder: String?
    @Option(CommandSettings.posters) var posters: String?

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
        let options = Settings()
        let (url, api) = try addresses.addresses()
        return SiteBuilder(
            catalog: catalog.path,
            templates: URL(filePath: options.text(CommandSettings.templates, templates) ?? ""),
            publicFolder: URL(filePath: options.text(CommandSettings.publicFolder, publicFolder) ?? ""),
            output: output.folder,
            settings: SiteSettings(
                url: url, api: api, now: try clock.instant(), isCompressed: compress),
            posters: options.text(CommandSettings.posters, posters).map { URL(filePath: $0) })
    }
}
