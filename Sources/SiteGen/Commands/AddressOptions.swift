import ArgumentParser
import Settings
import SitePages
import WebOrigin

/// Where visitors find the site, and their browsers the booking API.
struct AddressOptions: ParsableArguments {
    @Option(CommandSettings.baseURL) var baseURL: String?
    @Option(CommandSettings.apiURL) var apiURL: String?

    func addresses() throws -> (site: SiteURL, api: SiteURL) {
        let settings = Settings()
        let site = try SiteURL(baseURL: settings.text(CommandSettings.baseURL, baseURL) ?? "")
        let api = try SiteURL(
            settings.text(CommandSettings.apiURL, apiURL) ?? "", option: "--api-url",
            example: "https://api.cinema.example")
        guard !api.origin.isIPv6 || api.origin == site.origin else {
            throw ValidationError(
                "--api-url must have a name or an IPv4 address, not '\(api.origin.host)': the content security policy of "
                    + "pages can name no other")
        }
        return (site, api)
    }
}

extension SiteURL {
    /// - Throws: what `--base-url` must be.
    init(baseURL: String) throws {
        try self.init(baseURL, option: "--base-url", example: "https://cinema.example")
    }

    fileprivate init(_ text: String, option: String, example: String) throws {
        do {
            try self.init(base: text)
        } catch {
            throw ValidationError("\(option) must be an address such as \(example), not '\(text)': \(error)")
        }
    }
}
