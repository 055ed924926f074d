import Foundation
import SiteCheck
import TestSupport
import Testing

@Suite("A site of somebody else")
struct ProfileTests {
    @Test("is checked by what is said of it, and by nothing that Marquee's sites have")
    func otherSite() async throws {
        let folder = try TemporaryFolder()
        let page = """
            <!DOCTYPE html><html lang="en"><title>%</title><meta name="description" content="%">
            <link rel="canonical" href="https://other.example/@"><h1>%</h1>
            """
        for (path, title) in ["index.html": "Other", "missing.html": "Nothing", "films/up/index.html": "Up"] {
            let address = path.replacing("index.html", with: "")
            try folder.write(page.replacing("%", with: title).replacing("@", with: address), to: path)
        }
        try folder.write("Sitemap: https://other.example/map.xml\n", to: "robots.txt")
        let listed = ["", "films/up/"].map { "<url><loc>https://other.example/\($0)</loc></url>" }.joined()
        try folder.write("<urlset>\(listed)</urlset>", to: "map.xml")
        try folder.write("/films/*\n  Content-Security-Policy: default-src 'self'\n", to: "headers.txt")
        try folder.write("{\"films\": [1]}", to: "films.json")
        try folder.write("{}", to: "data/now-showing.json")
        let profile = SiteProfile(
            errorPage: "missing.html", sitemap: "map.xml", headers: "headers.txt",
            budget: { PageBudget(bytes: $0 == "index.html" ? 10 : 1_000, requests: 5) }, subject: { _ in nil },
            shape: { $0 == "films.json" ? .object([("films", .list(.text))]) : nil })
        let lines = try await Inspection(folder: folder.url.path, profile: profile).run().lines
        #expect(lines.contains { $0.hasPrefix("films.json:1:12: an entry of 'films' must be a text") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("index.html:1:1: the page weighs") }, "\(lines)")
        #expect(lines.contains { $0.hasSuffix("line 2 of headers.txt sends one with it") }, "\(lines)")
        #expect(lines.count == 3, "\(lines)")
    }
}
