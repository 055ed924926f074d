import ArgumentParser
import Settings
import SitePages
import WebOrigin

/// Where visitors find the site, and their browsers the booking API.
struct AddressOptions: ParsableArguments {
    @Option(help: "The site's own address. Default: http://localhost:8080. Environment: MARQUEE_BASE_URL.")
    var baseURL: String?

    @Option(help: "The address of the booking API. Default: http://localhost:8081. Environment: MARQUEE_API_URL.")
    var apiURL: String?

    func addresses() throws -> (site: SiteURL, api: SiteURL) {
        let environment = Settings()
        let site = try SiteURL(
            baseURL: baseURL ?? environment.value(for: "base-url") ?? "http://localhost:8080")
        let text = apiURL ?? environment.value(for: "api-url") ?? "http://localhost:8081"
        let api = try SiteURL(text, option: "--api-url", example: "https://api.cinema.example")
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
