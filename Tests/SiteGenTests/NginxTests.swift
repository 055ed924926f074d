import Foundation
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages

private let nginxPath = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

/// A real nginx over a site, set up as `docs/hosting.md` says, but without TLS.
@Suite(
    "A site behind nginx", .enabled(if: nginxPath != nil, "there is no nginx here"), .timeLimit(.minutes(5)))
struct NginxTests {
    /// The server block of the manual, with a port of this machine.
    private static func server(of site: SampleSite, port: Int) throws -> String {
        let manual = try String(contentsOf: Repository.root.appending(path: "docs/hosting.md"), encoding: .utf8)
        let block = try #require(manual.firstMatch(of: /```nginx\n(server \{[^`]*)```/)?.1)
        return block.split(separator: "\n").compactMap { line -> String? in
            if line.contains("ssl_certificate") { return nil }
            return String(line).replacing("listen 443 ssl", with: "listen 127.0.0.1:\(port)")
                .replacing("root /srv/cinema", with: "root \(site.folder.path("www"))")
                .replacing("/etc/nginx/marquee-headers.conf", with: site.folder.path("headers.conf"))
        }
        .joined(separator: "\n")
    }

    @Test(
        "each kind of file has the type that 'sitegen serve' gives it, compressed too, below any path",
        arguments: ["", "/Kino ä;b/{x}"])
    func types(path root: String) async throws {
        var site = try SampleSite.golden()
        let base = try #require(root.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
        site.baseURL += base
        for ending in ContentType.types.keys { try site.folder.write("content", to: "Public/kinds/file.\(ending)") }
        var builder = try site.builder()
        builder.settings.isCompressed = true
        _ = try await builder.build()
        let www = site.folder.url.appending(path: "www" + root)
        let files = FileManager.default
        try files.createDirectory(at: www.deletingLastPathComponent(), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: www.path, withDestinationPath: site.folder.path("dist"))
        let headers = try Program("sitegen").run(["headers", "nginx", "--base-url", site.baseURL])
        try site.folder.write(headers.output, to: "headers.conf")

        // A port that nobody has at this moment; another program may take it before nginx does.
        let port = Int(try ListeningSocket().port)
        let user = getuid() == 0 ? "user root;" : ""
        try site.folder.write(
            """
            \(user) daemon off; master_process off; pid \(site.folder.path("pid")); error_log stderr notice;
            events {}
            http {
                types { text/html html; }
                access_log off;
                client_body_temp_path \(site.folder.path("a")); proxy_temp_path \(site.folder.path("b"));
                fastcgi_temp_path \(site.folder.path("c")); uwsgi_temp_path \(site.folder.path("d"));
                scgi_temp_path \(site.folder.path("e"));
            \(try Self.server(of: site, port: port))
            }
            """, to: "nginx.conf")
        let nginx = Program(executable: URL(filePath: try #require(nginxPath)))
        let running = try nginx.start(["-c", site.folder.path("nginx.conf"), "-p", site.folder.url.path])
        // A thread that runs tests has signals blocked, and nginx as a single process leaves them so.
        defer { _ = running.stop(SIGKILL) }
        var isListening = false
        while !isListening {
            let errors = try running.errors()
            try #require(!errors.contains("[emerg]"), "\(errors)")
            isListening = RawConnection.isListening(port)
            try Task.checkCancellation()
            await Task.yield()
        }
        let errors = try running.errors()
        #expect(!errors.contains("[warn]"), "\(errors)")

        let visitor = SiteVisitor(port: port)
        var kinds: Set<String> = []
        for path in try site.folder.contents(of: "dist").keys.sorted() {
            guard path != ".marquee", path != "_headers", !path.hasSuffix(".gz"), !path.hasSuffix(".br") else {
                continue
            }
            let kind = path.split(separator: ".").last.map(String.init) ?? ""
            for coding in ["identity", "gzip"] {
                let answer = try await visitor.ask("\(base)/\(path)", ["Accept-Encoding": coding])
                #expect(answer.status == 200, "\(path)")
                #expect(answer["content-type"] == ContentType.of(path), "\(path) as \(coding)")
                #expect(answer["x-content-type-options"] == "nosniff", "\(path)")
            }
            kinds.insert(kind)
        }
        #expect(kinds.isSuperset(of: ["html", "json", "xml", "ics", "webmanifest", "txt", "css", "svg"]), "\(kinds)")
        #expect(try await visitor.ask("\(base)/theaters/the-corner/").status == 200)
        #expect(try await visitor.ask("\(base)/_headers").status == 404)
        let missing = try await visitor.ask("\(base)/nothing/")
        #expect(missing.status == 404 && missing["content-type"] == ContentType.html)
    }
}
