import ArgumentParser
import SitePages

struct HeadersCommand: ParsableCommand {
    enum Host: String, CaseIterable, ExpressibleByArgument {
        case netlify, cloudflare, nginx, cloudfront
    }

    static let configuration = CommandConfiguration(
        commandName: "headers",
        abstract: "Prints the headers that a host should send with the site, in the host's own language.",
        discussion: """
            For Netlify and Cloudflare Pages they are in the site already, as the file _headers. See docs/hosting.md.
            """)

    @Argument(help: "The host: \(Host.allCases.map(\.rawValue).joined(separator: ", ")).")
    var host: Host

    @OptionGroup var addresses: AddressOptions

    @Option(help: "What CloudFront's policy is called.")
    var name = "marquee"

    func validate() throws {
        guard !name.isEmpty else { throw ValidationError("--name is empty; give the policy a name") }
    }

    func run() throws {
        let (site, api) = try addresses.addresses()
        let headers = SiteHeaders(site: site, api: api)
        let text =
            switch host {
            case .netlify, .cloudflare: HeadersFile(headers, root: site.root).text
            case .nginx: NginxHeaders(headers, root: site.root).text
            case .cloudfront: try CloudFrontHeaders(headers, name: name).text
            }
        print(text, terminator: "")
    }
}
