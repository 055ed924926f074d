import ArgumentParser
import Settings

/// Where visitors find the site, and their browsers the booking API.
struct AddressOptions: ParsableArguments {
    @Option(help: "The site's own address. Default: http://localhost:8080. Environment: MARQUEE_BASE_URL.")
    var baseURL: String?

    @Option(help: "The address of the booking API. Default: http://localhost:8081. Environment: MARQUEE_API_URL.")
    var apiURL: String?

    func addresses() throws -> (site: SiteURL, api: SiteURL) {
        let environment = Settings()
        let base = baseURL ?? environment.value(for: "base-url") ?? "http://localhost:8080"
        guard let site = SiteURL(base: base) else {
            throw ValidationError("--base-url must be an address such as https://cinema.example, not '\(base)'")
        }
        let api = apiURL ?? environment.value(for: "api-url") ?? "http://localhost:8081"
        guard let apiURL = SiteURL(base: api) else {
            throw ValidationError("--api-url must be an address such as https://api.cinema.example, not '\(api)'")
        }
        return (site, apiURL)
    }
}
