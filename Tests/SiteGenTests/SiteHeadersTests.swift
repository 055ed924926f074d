import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages
@testable import SiteServe

@Suite("The headers of a site")
struct SiteHeadersTests {
    private static func headers(
        _ site: String, _ api: String = "https://api.corner.example/booking"
    ) throws -> SiteHeaders {
        SiteHeaders(site: try SiteURL(base: site), api: try SiteURL(base: api))
    }

    private static func directives(_ policy: String) -> [String: [String]] {
        policy.split(separator: ";").reduce(into: [:]) { directives, directive in
            let words = directive.split(separator: " ").map(String.init)
            directives[words[0]] = Array(words.dropFirst())
        }
    }

    @Test("allow nothing that stands in a page, and nobody but the site and its API")
    func policy() throws {
        let policy = try Self.headers("https://corner.example").contentSecurityPolicy
        let directives = Self.directives(policy.header)
        #expect(directives["default-src"] == ["'none'"] && directives["script-src"] == ["'self'"])
        #expect(directives["style-src"] == ["'self'"] && directives["base-uri"] == ["'none'"])
        #expect(directives["connect-src"] == ["'self'", "https://api.corner.example", "wss://api.corner.example"])
        #expect(!policy.header.contains("unsafe"))
        #expect(directives["upgrade-insecure-requests"] == [])
    }

    @Test("say in the page what they say in the header, but for what a page cannot say")
    func meta() throws {
        let policy = try Self.headers("https://corner.example").contentSecurityPolicy
        var directives = Self.directives(policy.header)
        #expect(directives.removeValue(forKey: "frame-ancestors") == ["'none'"])
        // The policy that lets the tickets' service worker through.
        #expect(directives.removeValue(forKey: "trusted-types") == ["marquee-tickets"])
        #expect(directives.removeValue(forKey: "require-trusted-types-for") == ["'script'"])
        #expect(directives == Self.directives(policy.meta))
    }

    @Test("ask for TLS only where the site has it, and name an API on a port of its own")
    func plain() throws {
        let headers = try Self.headers("http://localhost:8080", "http://[::1]:8081")
        #expect(!headers.security.contains { $0.name == "Strict-Transport-Security" })
        let directives = Self.directives(headers.contentSecurityPolicy.header)
        #expect(directives["upgrade-insecure-requests"] == nil)
        #expect(directives["connect-src"] == ["'self'", "http://[::1]:8081", "ws://[::1]:8081"])
        let secure = try Self.headers("https://corner.example")
        #expect(secure.security.contains { $0.name == "Strict-Transport-Security" })
    }

    @Test("give no path two answers to how long it may be kept")
    func caching() throws {
        let paths = try Self.headers("https://corner.example/site").caching.flatMap(\.paths)
        for path in paths where path != "/site/" {
            #expect(path.hasPrefix("/site/") && path.hasSuffix("/"))
            #expect(paths.filter { $0 != "/site/" && path.hasPrefix($0) } == [path])
        }
    }

    @Test("are in the file _headers as they were meant, line by line")
    func headersFile() async throws {
        let headers = try Self.headers("https://corner.example")
        let file = HeadersFile(headers, root: "")
        #expect(HeadersFile(file.text) == file)
        #expect(file.everywhere == headers.security)
        #expect(file.rules.count <= 100 && file.text.split(separator: "\n").allSatisfy { $0.count < 2_000 })
        #expect(file.text.contains("/posters/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
        #expect(
            HeadersFile("# note\n\n/a/*\n  X: 1: 2\nnonsense\n").rules.first?.headers == [
                .init(name: "X", value: "1: 2")
            ])
        let site = try SampleSite.golden()
        try await site.build()
        #expect(HeadersFile(try site.folder.read("dist/_headers")).everywhere.count == 7)
    }

    @Test("name the types that hosts may not know")
    func otherHosts() throws {
        let headers = SiteHeaders(
            site: try SiteURL(base: "https://corner.example/p"), api: try SiteURL(base: "https://api.example"))
        let rules = HeadersFile(headers, root: "/p").rules
        for (path, type) in [
            ("/p/theaters/:theater/calendar.ics", "text/calendar; charset=utf-8"),
            ("/p/site.webmanifest", "application/manifest+json"),
        ] {
            #expect(rules.first { $0.path == path }?.headers == [.init(name: "Content-Type", value: type)])
        }
    }

    @Test("stand in every location of nginx: one that has a header of its own forgets all others")
    func nginx() throws {
        let headers = try Self.headers("https://corner.example")
        let blocks = NginxHeaders(headers, root: "").text.split(separator: "location ").dropFirst()
        #expect(blocks.count == 2 + headers.caching.flatMap(\.paths).count)
        for block in blocks where !block.hasPrefix("= /_headers") {
            for header in headers.security {
                #expect(block.contains("    add_header \(header.name) \"\(header.value)\" always;\n"), "\(block)")
            }
            #expect(block.matches(of: /add_header Cache-Control/).count == 1)
        }
        #expect(!headers.security.contains { $0.value.contains("\"") || $0.value.contains("$") })
    }

    @Test("are a policy of CloudFront, each where CloudFront has a place for it")
    func cloudFront() throws {
        let headers = try Self.headers("https://corner.example")
        let json = try CloudFrontHeaders(headers, name: "cinema").text
        let policy = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(policy["Name"] as? String == "cinema")
        let security = try #require(policy["SecurityHeadersConfig"] as? [String: [String: Any]])
        #expect(
            security.keys.sorted() == [
                "ContentSecurityPolicy", "ContentTypeOptions", "FrameOptions", "ReferrerPolicy",
                "StrictTransportSecurity",
            ])
        #expect(security.values.allSatisfy { $0["Override"] as? Bool == true })
        #expect(
            security["ContentSecurityPolicy"]?["ContentSecurityPolicy"] as? String
                == headers.contentSecurityPolicy.header)
        #expect(security["StrictTransportSecurity"]?["AccessControlMaxAgeSec"] as? Int == 31_536_000)
        let custom = try #require(policy["CustomHeadersConfig"] as? [String: Any])
        let items = try #require(custom["Items"] as? [[String: Any]])
        #expect(custom["Quantity"] as? Int == items.count)
        #expect(
            items.compactMap { $0["Header"] as? String } == ["Cross-Origin-Opener-Policy", "Permissions-Policy"])
    }

    @Test("are what 'sitegen serve' answers with, and posters may be kept for ever")
    func serve() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        let headers = SiteHeaders(
            site: try SiteURL(base: site.baseURL),
            api: try SiteURL(base: "https://api.corner.example"))
        let poster = try #require(site.folder.contents(of: "dist").keys.first { $0.hasPrefix("posters/") })
        let server = SiteServer(
            output: ServedOutput(folder: site.folder.url.appending(path: "dist")), host: "127.0.0.1", port: 0)
        try await server.application().test(.live) { client in
            let visitor = SiteVisitor(port: try #require(client.port))
            for address in ["/", "/nothing", "/movies", "/\(poster)"] {
                let answer = try await visitor.ask(address)
                for header in headers.security { #expect(answer[header.name.lowercased()] == header.value) }
            }
            #expect(try await visitor.ask("/\(poster)")["cache-control"] == "public, max-age=31536000, immutable")
            #expect(try await visitor.ask("/_headers").status == 404)
        }
    }

    @Test("are printed for each host")
    func command() throws {
        let folder = try TemporaryFolder()
        let options = ["--base-url", "https://corner.example", "--api-url", "https://api.corner.example"]
        for (host, text) in [
            ("netlify", "/*\n"), ("cloudflare", "/*\n"), ("nginx", "location / {"),
            ("cloudfront", "\"SecurityHeadersConfig\""),
        ] {
            let result = try Program("sitegen").run(["headers", host] + options, in: folder.url)
            #expect(result.exitCode == 0 && result.output.contains(text), "\(result.errors)")
        }
        #expect(try Program("sitegen").run(["headers", "apache"], in: folder.url).exitCode != 0)
    }
}
