import SiteCheck
import Testing

@Suite("A page")
struct PageRuleTests {
    private let site: SampleFolder
    private static let path = "movies/up/index.html"

    init() throws {
        site = try SampleFolder()
    }

    @Test("loads nothing from another origin, unless its policy names it")
    func origins() async throws {
        try site.writePage(
            Self.path,
            body: """
                <img alt="" src="https://api.corner.example/x.png"><link rel=icon href=http://a.example/icon.png>
                <script src="//cdn.example/x.js"></script><script src="https://api.corner.example/x.js"></script>
                """)
        try site.write("@import url(https://fonts.example/a.css);\n", to: "assets/colours.css")
        let policy = "which the page's policy does not allow"
        try await site.expectFaults([
            "assets/colours.css:1:13: the style sheet 'https://fonts.example/a.css' comes from https://fonts.example: keep a copy in the site",
            "\(Self.path):14:67: the picture 'http://a.example/icon.png' comes from http://a.example, \(policy)",
            "\(Self.path):15:9: the script '//cdn.example/x.js' comes from http://cdn.example, \(policy)",
            "\(Self.path):15:51: the script 'https://api.corner.example/x.js' comes from https://api.corner.example, \(policy)",
        ])
    }

    @Test("holds no code and no style that a strict policy would block")
    func inlineCode() async throws {
        try site.writePage(
            Self.path,
            body: """
                <p style="color: red" onclick="x()">x</p><style>p {}</style>
                <script>x()</script><a href="javascript:x()">x</a>
                <script type="application/json">{"<!--": "<p style=x>"}</script>
                """)
        let blocked = "is blocked by a policy without 'unsafe-inline'"
        try await site.expectFaults([
            "\(Self.path):14:4: 'style=' in a page \(blocked): move it to the file of a style sheet",
            "\(Self.path):14:23: 'onclick' in a page \(blocked): move it to the file of a script",
            "\(Self.path):14:42: '<style>' in a page \(blocked): move it to the file of a style sheet",
            "\(Self.path):15:1: '<script>' in a page \(blocked): move it to the file of a script",
            "\(Self.path):15:24: 'javascript:' in an address \(blocked)",
        ])
    }

    @Test(
        "has no sign that HTML forbids",
        arguments: [
            (0x1, "0001"), (0x7F, "007F"), (0x80, "0080"), (0x9F, "009F"), (0xFFFE, "FFFE"), (0xFDD0, "FDD0"),
            (0x1FFFF, "1FFFF"), (0x10FFFE, "10FFFE"),
        ])
    func forbiddenSigns(value: UInt32, code: String) async throws {
        let sign = String(try #require(Unicode.Scalar(value)))
        try site.writePage(Self.path, body: "<p>a\u{A0}é😀\u{FFFD}\u{E000}\(sign)b\(sign)</p>")
        try await site.expectFaults([
            "\(Self.path):14:10: U+\(code) may not be in a page; take it out of the catalog's text, then build again"
        ])
    }

    @Test("has a strict policy, and the one that its host sends")
    func policy() async throws {
        try site.replace("style-src 'self'", in: Self.path, with: "style-src 'self' 'unsafe-inline'")
        try site.replace("http-equiv", in: "movies/index.html", with: "data-http-equiv")
        try await site.expectFaults([
            "movies/index.html:1:1: this page has no policy, but line 2 of _headers sends one with it",
            "\(Self.path):3:44: 'style-src 'unsafe-inline'' in the page's policy lets injected code run",
            "\(Self.path):3:44: this page has another policy than line 2 of _headers sends with it",
        ])
    }

    @Test("has a title, a description, a language and one heading")
    func essentials() async throws {
        try site.write("<html>\n<link rel=canonical href=https://corner.example/movies/>", to: "movies/index.html")
        try site.writePage(Self.path, body: "<h1>Again</h1>")
        try await site.expectFaults([
            "movies/index.html:1:1: this page has no policy, but line 2 of _headers sends one with it",
            "movies/index.html:1:1: the page has no title",
            "movies/index.html:1:1: the page has no <meta name=\"description\">",
            "movies/index.html:1:1: the page has no <h1>", "\(Self.path):14:1: the page has 2 <h1>; one is enough",
            "movies/index.html:1:1: the page's <html> has no language",
        ])
    }

    @Test("shares neither title nor description with another, if search engines list both")
    func unique() async throws {
        try site.write(site.page(Self.path, title: "Films"), to: Self.path)
        try site.write(
            site.page("404.html", title: "Films", head: "<meta name=robots content=noindex>"), to: "404.html")
        try await site.expectFaults([
            "\(Self.path):4:1: the title 'Films' is also that of movies/index.html",
            "\(Self.path):5:26: the description 'All about Films' is also that of movies/index.html",
        ])
    }

    @Test("shares them with a thing of its kind that has the same name, and with nothing else")
    func namesakes() async throws {
        func write(_ path: String, heading: String) throws {
            let page = site.page(path, title: "Hamlet (1913)")
            try site.write(page.replacing("<h1 id=\"synopsis\">Hamlet (1913)</h1>", with: heading), to: path)
        }
        func complaints() async throws -> Int {
            try await site.faults().filter { $0.contains("is also that of") }.count
        }
        let (first, second) = ("movies/foo/index.html", "movies/hamlet/index.html")
        try write(first, heading: "<h1>Hamlet</h1>")
        try write(second, heading: "<h1><a href=\"/\">Hamlet</a></h1>")
        #expect(try await complaints() == 0)
        try write(second, heading: "<h1>Hamlet II</h1>")
        #expect(try await complaints() == 2)
        try site.remove(second)
        try write("people/hamlet/index.html", heading: "<h1>Hamlet</h1>")
        #expect(try await complaints() == 2)
    }

    @Test(
        "names its own address in full",
        arguments: [
            ("href=\"/movies/up/\"", "must begin with 'https://' and the host"),
            ("href=\"https://corner.example/movies/\"", "is not that of this page"),
            ("href=\"https://other.example/movies/up/\"", "is not that of this page"),
            ("href=\"https://corner.example/gone/\"", "is not that of this page"),
        ])
    func canonical(_ written: String, _ complaint: String) async throws {
        try site.replace("href=\"https://corner.example/movies/up/\"", in: Self.path, with: written)
        let address = written.dropFirst(6).dropLast()
        try await site.expectFaults(["\(Self.path):6:23: the canonical address '\(address)' \(complaint)"])
    }

    @Test("has an address at all, and one only")
    func oneCanonical() async throws {
        try site.replace("canonical", in: Self.path, with: "alternate")
        try site.writePage("movies/index.html", body: "<link rel=canonical href=https://corner.example/movies/>")
        try await site.expectFaults([
            "movies/index.html:6:23: the page has 2 canonical addresses",
            "\(Self.path):1:1: the page has no <link rel=\"canonical\">",
        ])
    }

    @Test("gives an id to one element only")
    func ids() async throws {
        try site.writePage(Self.path, body: "<p id=one></p>\n<p id='one'></p><p id=One></p>")
        try await site.expectFaults(["\(Self.path):15:4: the id 'one' is on this page twice"])
    }

    @Test("stays light: with all that it loads, those that it does not name itself included")
    func weight() async throws {
        // What looks like chance cannot be compressed.
        var state: UInt64 = 1
        let noise = (0..<9_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return String(state, radix: 36)
        }
        try site.write("/* \(noise.prefix(4_200).joined()) */", to: "assets/colours.css")
        try await site.expectFaults([])
        try site.write("/* \(noise.joined()) */", to: "assets/colours.css")
        let faults = try await site.faults()
        // Even more than the page for choosing seats may weigh.
        #expect(faults.count == 6)
        #expect(
            faults.contains { $0.hasPrefix("index.html:1:1: the page weighs 7") && $0.hasSuffix("; 45 kB are enough") })
        #expect(faults.contains { $0.hasPrefix("showtimes/x7/index.html:1:1: ") && $0.hasSuffix("; 65 kB are enough") })
        try site.write("/* \(noise.prefix(5_500).joined()) */", to: "assets/colours.css")
        #expect(try await site.faults().count == 5, "all but the page for choosing seats")
    }

    @Test("makes few requests, unless tickets are bought on it")
    func requests() async throws {
        try site.write("import './one.js';import './part.js';", to: "assets/app.js")
        try site.write("import('./later.js')", to: "assets/one.js")
        try site.write("", to: "assets/later.js")
        let count = "a first visit makes 6 requests for the page, its style sheets and scripts; 5 are enough"
        try await site.expectFaults([
            "404.html:1:1: \(count)", "index.html:1:1: \(count)", "movies/index.html:1:1: \(count)",
            "movies/up/index.html:1:1: \(count)", "showtimes/2026-11-21/index.html:1:1: \(count)",
        ])
    }
}
