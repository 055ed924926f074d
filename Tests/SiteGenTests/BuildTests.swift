import Catalog
import CatalogImport
import Cinema
import DemoCatalog
import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages
@testable import SiteServe

@Suite("A build")
struct BuildTests {
    @Test("writes every page and data file of the contract")
    func contract() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        let programme = try Catalog(readingFrom: site.folder.path("catalog.sqlite")).programme(
            at: #require(Date(rfc3339: "2026-11-21T15:00:00Z")))
        var expected = [
            "index.html", "movies/index.html", "theaters/index.html", "search/index.html", "checkout/index.html",
            "tickets/index.html", "404.html", "data/now-showing.json", "robots.txt", "showtimes/2026-11-21/index.html",
            "showtimes/2026-11-22/index.html", "showtimes/index.html",
        ]
        expected += programme.movies.flatMap { ["movies/\($0.slug)/index.html", "data/movies/\($0.slug).json"] }
        expected += programme.theaters.flatMap { ["theaters/\($0.slug)/index.html", "data/theaters/\($0.slug).json"] }
        expected += programme.genres.map { "genres/\($0.slug)/index.html" }
        expected += programme.people.map { "people/\($0.slug)/index.html" }
        expected += programme.showtimes.map { "showtimes/\($0.id)/index.html" }
        expected += programme.layouts.map { "data/layouts/\($0.id).json" }
        for path in expected { #expect(site.folder.exists("dist/\(path)"), "\(path) is missing") }
        #expect(programme.showtimes.count == 4)
    }

    @Test("names the showtimes as the contract has it, with the theater's offset and the API's seat names")
    func data() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        struct Movie: Decodable {
            struct Showtime: Decodable {
                struct Price: Decodable {
                    let ticketType: String
                    let priceCategory: String
                    let amount: Int
                    let currency: String
                }
                let id: String
                let startsAt: String
                let theater: String
                let auditorium: String
                let layout: String
                let prices: [Price]
            }
            let slug: String
            let showtimes: [Showtime]
        }
        struct Layout: Decodable {
            struct Row: Decodable {
                struct Seat: Decodable {
                    let label: String
                    let column: Int
                    let kind: String
                    let priceCategory: String
                }
                let label: String
                let seats: [Seat]
            }
            let id: String
            let rows: [Row]
        }
        func decode<Value: Decodable>(_ path: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(site.folder.read("dist/data/\(path).json").utf8))
        }
        let movie: Movie = try decode("movies/the-third-man-1949")
        let showtime = try #require(movie.showtimes.first)
        #expect(showtime.startsAt == "2026-11-21T18:00:00+01:00")
        #expect(showtime.prices.map(\.amount) == [1250, 1500, 700, 700])
        let layout: Layout = try decode("layouts/\(showtime.layout)")
        #expect(layout.rows[1].seats.map(\.label) == ["B1", "B2", "B3", "B4"])
        #expect(layout.rows[1].seats.map(\.kind) == ["seat", "seat", "wheelchair", "companion"])
    }

    @Test("of the same input is the same to the byte")
    func deterministic() async throws {
        let folder = try TemporaryFolder()
        let now = try #require(Date(rfc3339: "2026-11-21T15:00:00Z"))
        _ = try DemoCatalog(theaters: 6, movies: 120, days: 4, now: now).write(to: folder.path("catalog.sqlite"))
        for output in ["first", "second"] {
            _ = try await SiteBuilder(
                catalog: folder.path("catalog.sqlite"), templates: Repository.root.appending(path: "Templates"),
                publicFolder: Repository.root.appending(path: "Public"), output: folder.url.appending(path: output),
                settings: SiteSettings(
                    url: SiteURL(base: "https://a.example"), api: try SiteURL(base: "https://b.example"), now: now)
            ).build()
        }
        let first = try folder.contents(of: "first")
        #expect(first.count > 500)
        #expect(try folder.contents(of: "second") == first)
    }

    @Test("removes what is no more, with its folders, and leaves nothing but the site and its state")
    func removes() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        try await site.build(now: "2026-11-22T00:00:00Z")
        #expect(!site.folder.exists("dist/showtimes/2026-11-21"))
        #expect(site.folder.exists("dist/showtimes/2026-11-22/index.html"))
        #expect(try site.folder.names(in: "") == [".dist.build", "Public", "catalog.sqlite", "dist"])
        #expect(try site.folder.names(in: ".dist.build") == ["changed", "lock", "state.json"])
    }

    @Test("that fails leaves the old site as it was")
    func failing() async throws {
        var site = try SampleSite.golden()
        try await site.build()
        let before = try site.folder.contents(of: "dist")
        let copy = site.folder.url.appending(path: "Templates")
        try FileManager.default.copyItem(at: site.templates, to: copy)
        site.templates = copy
        let movie = try String(contentsOf: copy.appending(path: "movie.mustache"), encoding: .utf8)
        try site.folder.write(
            movie.replacing("{{page.title}}", with: "").replacing("{{title}}", with: "{{titel}}"),
            to: "Templates/movie.mustache")
        await #expect(throws: (any Error).self) { try await site.build() }
        #expect(try site.folder.contents(of: "dist") == before)
    }

    @Test("says that another one is writing to the same folder, and leaves that one in peace")
    func twoBuilds() async throws {
        let site = try SampleSite.golden()
        let other = try OutputFolder(site.folder.url.appending(path: "dist"))
        try other.makeStaging()
        _ = try NewSite(root: other.newSite).write(Array("half".utf8), to: "half.html")
        let error = try await #require(throws: BuildError.self) { try await site.build() }
        #expect(error.description.contains("another build is writing to this folder"))
        try other.publishNewSite()
        #expect(try site.folder.read("dist/half.html") == "half")
    }

    @Test("clears away what one left that was stopped half-way")
    func leftOver() async throws {
        let site = try SampleSite.golden()
        try site.folder.write("half", to: ".dist.build/staging/site/half.html")
        try await site.build()
        #expect(!site.folder.exists("dist/half.html"))
        #expect(!site.folder.exists(".dist.build/staging"))
    }

    @Test("refuses a public file at the address of a page")
    func publicFileInTheWay() async throws {
        let site = try SampleSite.golden()
        try site.folder.write("mine", to: "Public/movies/index.html")
        let error = try await #require(throws: BuildError.self) { try await site.build() }
        #expect(error.description.contains("Public/movies/index.html: the site has a page of its own there"))
    }

    @Test(
        "refuses a public file that hosts would send for another",
        arguments: [
            ("zz.txt.gz", "zz.txt"), ("a/b.css.br", "a/b.css"), ("assets/site.css.gz", "assets/site.css"),
            ("index.html.gz", "index.html"), ("feed.xml.br", "feed.xml"), ("robots.txt.gz", "robots.txt"),
            ("site.webmanifest.gz", "site.webmanifest"),
        ])
    func foreignCompressedFile(path: String, plain: String) async throws {
        let site = try SampleSite.golden()
        for plain in ["zz.txt", "a/b.css"] { try site.folder.write("plain", to: "Public/\(plain)") }
        try site.folder.write("an archive is one of its own", to: "Public/alone.txt.gz")
        try await site.build()
        try site.folder.write("other", to: "Public/\(path)")
        let error = try await #require(throws: BuildError.self) { try await site.build() }
        #expect(error.description.contains("Public/\(path): hosts send this in the place of '\(plain)'"))
    }

    @Test("has the public files of /.well-known, and no other that is hidden")
    func wellKnown() async throws {
        let site = try SampleSite.golden()
        for path in [".well-known/security.txt", ".hidden", ".git/config", "a/.well-known/x", ".well-known/.x"] {
            try site.folder.write("Contact", to: "Public/\(path)")
        }
        try await site.build()
        let isThere = try site.folder.contents(of: "dist").filter { $0.value == Data("Contact".utf8) }.keys.sorted()
        #expect(isThere == [".well-known/security.txt"])
        #expect(try await site.builder().verify().faults == [])
        let server = SiteServer(
            output: ServedOutput(folder: site.folder.url.appending(path: "dist")), host: "127.0.0.1", port: 0)
        try site.folder.write("secret", to: "dist/.hidden")
        try site.folder.write("secret", to: "dist/a/.well-known/x")
        try await server.application().test(.live) { client in
            let visitor = SiteVisitor(port: try #require(client.port))
            #expect(try await visitor.ask("/.well-known/security.txt").body == "Contact")
            for path in [".hidden", ".marquee", "a/.well-known/x", ".well-known/../.hidden", ".well-known/.x"] {
                #expect(try await visitor.ask("/\(path)").status == 404, "\(path)")
            }
        }
        try FileManager.default.removeItem(atPath: site.folder.path("Public/.well-known"))
        try await site.build()
        #expect(!site.folder.exists("dist/.well-known"))
    }

    @Test("never replaces a folder that Marquee did not write")
    func foreignFolder() async throws {
        let site = try SampleSite.golden()
        try site.folder.write("precious", to: "home/letter.txt")
        await #expect(throws: BuildError.self) { try await site.build(to: "home") }
        #expect(try site.folder.read("home/letter.txt") == "precious")
    }

    @Test("below a path of its own links only below that path")
    func pathPrefix() async throws {
        var site = try SampleSite.golden()
        site.baseURL = "https://pages.example/cinema/"
        try await site.build()
        let page = try site.folder.read("dist/movies/amelie-2001/index.html")
        let addresses = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
        #expect(addresses.count > 15)
        for address in addresses {
            #expect(
                address.hasPrefix("/cinema/") || address.hasPrefix("#") || address.hasPrefix("https:"), "\(address)")
        }
        #expect(page.contains("https://pages.example/cinema/movies/amelie-2001/"))
    }

    @Test("names its hosts as browsers do in every file, however they were written")
    func hostInASCII() async throws {
        var site = try SampleSite.golden()
        site.baseURL = "HTTPS://Königskino.Example:443/programm/"
        site.apiURL = "https://API.Königskino.example:8443"
        try await site.build()
        let files = try site.folder.contents(of: "dist").mapValues { String(decoding: $0, as: UTF8.self) }
        for (path, text) in files {
            #expect(!text.lowercased().contains("königskino"), "\(path)")
        }
        let page = try #require(files["movies/amelie-2001/index.html"])
        #expect(
            page.contains(#"rel="canonical" href="https://xn--knigskino-07a.example/programm/movies/amelie-2001/""#))
        let (api, socket) = ("https://api.xn--knigskino-07a.example:8443", "wss://api.xn--knigskino-07a.example:8443")
        #expect(page.contains("connect-src &#39;self&#39; \(api) \(socket);"))
        #expect(try #require(files["_headers"]).contains("connect-src 'self' \(api) \(socket);"))
        for path in ["sitemap.xml", "feed.xml"] {
            #expect(files[path]?.contains("https://xn--knigskino-07a.example/programm/") == true, "\(path)")
        }
    }

    @Test("turns long lists into pages that lead to each other")
    func paging() async throws {
        let films = (1...130).map { "  - {title: Film \($0), year: 1950, genres: [Drama]}" }.joined(separator: "\n")
        let site = try SampleSite(document: "marquee: 1\nmovies:\n\(films)\n")
        try await site.build()
        for list in ["movies", "genres/drama"] {
            #expect(site.folder.exists("dist/\(list)/page/3/index.html"))
            #expect(!site.folder.exists("dist/\(list)/page/4/index.html"))
            #expect(try site.folder.read("dist/\(list)/page/2/index.html").contains("href=\"/\(list)/page/3/\""))
        }
    }
}
