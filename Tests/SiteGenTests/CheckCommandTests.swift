import Cinema
import Foundation
import GRDB
import SiteCheck
import TestSupport
import Testing

@testable import SiteGen

@Suite("sitegen check")
struct CheckCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("<html lang=en><title>A</title><h1>A</h1>\n<a href=/no/>x</a>", to: "dist/index.html")
    }

    private func check(_ arguments: String...) throws -> Program.Result {
        try Program("sitegen").run(["check"] + arguments, in: folder.url)
    }

    @Test("prints every fault with file, line and column, then one sentence, and exits with 1")
    func faults() throws {
        for result in [try check(), try check("dist"), try check("--output", "dist")] {
            #expect(result.exitCode == 1)
            #expect(result.output == "")
            let lines = result.errors.split(separator: "\n")
            #expect(lines.first == "index.html:2:4: the link '/no/' leads nowhere: there is no file no/index.html")
            #expect(lines.contains { $0.hasPrefix("sitemap.xml:1:1: ") })
            #expect(lines.last?.hasPrefix("dist: 1 page and 1 link, 5 faults, in ") == true, "\(result.errors)")
        }
    }

    @Test("prints 20 faults of a kind, or all if asked")
    func all() throws {
        let links = (0..<30).map { "<a href=/no/\($0)>x</a>\n" }.joined()
        try folder.write(links, to: "dist/index.html")
        let some = try check().errors
        #expect(some.contains("leads nowhere: there is no file no/19\n… and 10 more like this\n"), "\(some)")
        #expect(try check("--all").errors.contains("there is no file no/29\n"))
    }

    @Test("says that there is no site, and what of its options is wrong")
    func usage() throws {
        let none = try check("nowhere")
        #expect(none.exitCode == 1)
        #expect(
            none.errors == "nowhere: there is no site here, for there is no index.html; make one with 'sitegen build'\n"
        )
        for arguments in [["dist", "--output", "dist"], ["--base-url", "corner"], ["--unknown"]] {
            let result = try Program("sitegen").run(["check"] + arguments, in: folder.url)
            #expect(result.exitCode == 64, "\(arguments): \(result.errors)")
        }
    }

    @Test("finds nothing wrong with the sample site, at the root of its host or below a folder")
    func sampleSite() async throws {
        var site = try SampleSite.golden()
        // With the style sheets and scripts that it has on the web.
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        for base in [
            "https://corner.example", "https://corner.example/programme", "https://corner.example/ä/A%20b;(c)'&",
        ] {
            site.baseURL = base
            try await site.build()
            let report = try await Inspection(folder: site.folder.path("dist"), profile: .marquee, limit: nil).run()
            #expect(report.lines == [], "\(base)\n\(report.lines.joined(separator: "\n"))")
            #expect(report.pages > 15)
        }
    }

    @Test("finds nothing wrong with the sample site whenever it is built: before, while and after each showing")
    func atAnyTime() async throws {
        let site = try SampleSite.golden()
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        let instants = try site.instants()
        #expect(instants.count > 10)
        for now in instants {
            for moment in [now - 1, now] {
                try await site.build(now: LocalTime(moment, in: .gmt).rfc3339)
                let report = try await Inspection(folder: site.folder.path("dist"), profile: .marquee, limit: nil).run()
                #expect(report.lines == [], "\(moment)\n\(report.lines.joined(separator: "\n"))")
            }
        }
    }
}

extension SampleSite {
    /// When a showing begins or ends, and when a cinema day does.
    fileprivate func instants() throws -> [Date] {
        try DatabaseQueue(path: folder.path("catalog.sqlite")).read { database in
            let edges = try Int.fetchAll(
                database, sql: "SELECT starts_at FROM showtime UNION SELECT ends_at FROM showtime")
            let days = Set(edges.map { $0 / 86_400 * 86_400 + 5 * 3_600 })
            return (edges + days).sorted().map { Date(timeIntervalSince1970: TimeInterval($0)) }
        }
    }
}
