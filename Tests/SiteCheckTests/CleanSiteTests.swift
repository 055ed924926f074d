import SiteCheck
import Testing

@Suite("A check of a whole site")
struct CleanSiteTests {
    @Test("finds nothing wrong with a site that has no faults")
    func clean() async throws {
        let report = try await SampleFolder().report()
        #expect(report.lines == [])
        #expect(report.pages == 6)
        #expect(report.links == 45)
        #expect(report.sentence(after: .milliseconds(1_254)) == "6 pages and 45 links, 0 faults, in 1.25 s")
    }

    @Test("knows a site below a folder of its host, from its home page or when it is told")
    func belowFolder() async throws {
        let site = try SampleFolder(base: "https://corner.example/programme")
        try await site.expectFaults([])
        #expect(try await site.faults(baseURL: "https://corner.example/programme/") == [])
        try site.writePage("movies/index.html", body: "<a href=\"/movies/\">Films</a>")
        try await site.expectFaults([
            "movies/index.html:14:4: the link '/movies/' leads out of the folder that the site has on its host"
        ])
    }

    @Test("shows the first faults of a kind, in the order of the files, and counts the others")
    func limit() async throws {
        let site = try SampleFolder()
        let links = (0..<1_300).map { "<a href=\"/no/\($0)\">x</a>\n" }.joined()
        try site.writePage("movies/index.html", body: links)
        let report = try await site.report(limit: 20)
        #expect(report.lines.count == 21)
        #expect(report.lines.first?.hasPrefix("movies/index.html:14:4: the link '/no/0' leads nowhere") == true)
        #expect(report.lines.last == "… and 1,280 more like this")
        #expect(report.faultCount == 1_300)
        #expect(try await site.report(limit: nil).lines.count == 1_300)
    }

    /// How long a page with so many faults takes, all of them told, be it in one line or in many.
    private func duration(faults: Int, between separator: String) async throws -> Duration {
        let site = try SampleFolder()
        let tag = "<a href=\"/no/\" style=\"a\" id=\"b\">"
        try site.writePage("movies/index.html", body: Array(repeating: tag, count: faults).joined(separator: separator))
        let clock = ContinuousClock()
        var count = 0
        let duration = try await clock.measure { count = try await site.report().faultCount }
        #expect(count >= 3 * faults - 1)
        return duration
    }

    @Test("takes ten times as long for ten times as many faults, and not a hundred times", arguments: ["", "\n"])
    func manyFaults(separator: String) async throws {
        _ = try await duration(faults: 200, between: separator)
        let few = try await duration(faults: 800, between: separator)
        let many = try await duration(faults: 8_000, between: separator)
        #expect(many < few * 40, "\(few) \(many)")
    }

    @Test("says which file cannot be read")
    func unreadable() async throws {
        let site = try SampleFolder()
        try site.remove("data/now-showing.json")
        try site.link("data/now-showing.json", to: "nowhere")
        try await site.expectFaults(["data/now-showing.json:1:1: this file is a link to a file that is not there"])
    }
}
