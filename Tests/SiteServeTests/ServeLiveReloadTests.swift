import Foundation
import TestSupport
import Testing

@testable import SiteServe

@Suite("Live reload")
struct ServeLiveReloadTests {
    private let site: ServedSite

    init() throws {
        var site = try ServedSite()
        site.isReloading = true
        self.site = site
    }

    /// As a build that changed something does when it is done.
    private func publish(_ state: String = "state") throws {
        try site.folder.write(state, to: ".dist.build/next")
        #expect(rename(site.folder.path(".dist.build/next"), site.folder.path(".dist.build/changed")) == 0)
    }

    private var version: OutputVersion { OutputVersion(of: site.output) }

    @Test("every page has the script, before the end of its body, and says which version it is")
    func script() async throws {
        try publish()
        try await site.serve { [version] visitor in
            let element =
                "<script type=\"module\" src=\"/.marquee/reload.js\" data-version=\"\(version)\"></script>\n</body>"
            for address in ["/", "/movies/up-2009/", "/404.html", "/nothing"] {
                let page = try await visitor.ask(address)
                #expect(page.body.contains(element), "\(page.body)")
                #expect(page["content-length"] == String(page.body.utf8.count))
                let head = try await visitor.ask(address, method: "HEAD")
                #expect(head.body == "" && head["content-length"] == page["content-length"])
            }
            #expect(try await visitor.ask("/digits.txt").body == "0123456789")
            let script = try await visitor.ask("/.marquee/reload.js")
            #expect(script.status == 200 && script["content-type"] == "text/javascript; charset=utf-8")
            #expect(try await visitor.ask("/.marquee").status == 404)
            #expect(try await visitor.ask("/.marquee/state").status == 404)
        }
    }

    @Test("a page without a body has the script at its end")
    func fragment() async throws {
        try site.folder.write("<p>Up", to: "dist/index.html")
        try await site.serve { visitor in
            let page = try await visitor.ask("/")
            #expect(page.body.hasPrefix("<p>Up<script type=\"module\""))
        }
    }

    @Test("below a path, the script is there too")
    func basePath() async throws {
        var site = site
        site.root = "/programme"
        try await site.serve { visitor in
            let page = try await visitor.ask("/programme/")
            #expect(page.body.contains("src=\"/programme/.marquee/reload.js\""))
            #expect(try await visitor.ask("/programme/.marquee/reload.js").status == 200)
            #expect(try await visitor.ask("/.marquee/reload.js").status == 404)
        }
    }

    @Test("it can be left out, and then pages are as they are")
    func off() async throws {
        var site = site
        site.isReloading = false
        try await site.serve { visitor in
            let page = try await visitor.ask("/")
            #expect(page.body == ServedSite.page)
            #expect(try await visitor.ask("/.marquee/reload.js").status == 404)
            #expect(try await visitor.ask("/.marquee/changes").status == 404)
        }
    }

    @Test("a page that did not change is sent again after a build, for its version did, and not before")
    func tags() async throws {
        try await site.serve { [self] visitor in
            let first = try await visitor.ask("/")
            let tag = try #require(first["etag"])
            #expect(try await visitor.ask("/", ["If-None-Match": tag]).status == 304)
            try publish()
            let second = try await visitor.ask("/", ["If-None-Match": tag])
            #expect(second.status == 200 && second["etag"] != tag && second.body != first.body)
            #expect(try await visitor.ask("/digits.txt")["etag"]?.contains("live") == false)
        }
    }

    @Test("pages have ranges as files do")
    func ranges() async throws {
        try await site.serve { visitor in
            let page = try await visitor.ask("/")
            let part = try await visitor.ask("/", ["Range": "bytes=-20"])
            #expect(part.status == 206 && part.body == String(page.body.suffix(20)))
        }
    }

    @Test("open pages are told of every build, and which version they would get now")
    func events() async throws {
        try await site.serve { [self] visitor in
            let connection = try RawConnection(port: visitor.port)
            try connection.send("GET", "/.marquee/changes")
            let head = try await connection.read(until: "data: \(version)\n\n")
            #expect(head.lowercased().contains("content-type: text/event-stream"))
            for state in ["first", "second"] {
                try publish(state)
                try await connection.read(until: "event: version\ndata: \(version)\n\n")
            }
            // Without a state, the home page tells.
            try FileManager.default.removeItem(atPath: site.folder.path(".dist.build/changed"))
            try await connection.read(until: "data: \(version)\n\n")
            try site.folder.write("another page", to: "dist/index.html")
            try await connection.read(until: "data: \(version)\n\n")
        }
    }

    @Test("while nothing happens, the server says that it is still there")
    func heartbeat() async throws {
        let liveReload = LiveReload(
            output: site.output, root: "", pause: .milliseconds(2), heartbeat: .milliseconds(10))
        try await liveReload.serve { port in
            let connection = try RawConnection(port: port)
            try connection.send("GET", "/.marquee/changes")
            try await connection.read(until: ": still here\n\n")
        }
    }

    @Test("the version tells builds apart that leave a state of the same size within one second")
    func versions() throws {
        var seen: Set<String> = [version.description]
        for _ in 0..<3 {
            try publish()
            #expect(seen.insert(version.description).inserted)
        }
        #expect(
            OutputVersion(
                of: ServedOutput(folder: site.folder.url.appending(path: "nowhere"), changeMark: "nowhere")
            ).description == "none")
        // However the folder is written.
        #expect(OutputVersion(of: site.output(at: "dist/../dist/")) == version)
    }
}
