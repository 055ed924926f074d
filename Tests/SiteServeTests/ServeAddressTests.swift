import Foundation
import TestSupport
import Testing

@Suite("Addresses of a served site")
struct ServeAddressTests {
    private let site: ServedSite

    init() throws {
        site = try ServedSite()
    }

    @Test("a folder is shown by its page, a file by itself")
    func pages() async throws {
        try await site.serve { visitor in
            for address in ["/", "/index.html", "/movies/up-2009/", "/movies/up-2009/?from=home", "/movies/up%2D2009/"]
            {
                let answer = try await visitor.ask(address)
                #expect(answer.status == 200 && answer.body == ServedSite.page, "\(address)")
            }
            #expect(try await visitor.ask("/digits.txt").body == "0123456789")
        }
    }

    @Test("a folder without its slash leads to the one with it, and keeps the query")
    func redirect() async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/movies/up-2009?a=1&b=%2F")
            #expect(answer.status == 301)
            #expect(answer["location"] == "/movies/up-2009/?a=1&b=%2F")
            #expect(try await visitor.ask("/movies/up%2D2009")["location"] == "/movies/up%2D2009/")
        }
    }

    @Test("what is not there is answered with the site's own page, as it is at that moment")
    func missing() async throws {
        try await site.serve { [site] visitor in
            let answer = try await visitor.ask("/nothing")
            #expect(answer.status == 404 && answer.body == ServedSite.missing)
            #expect(answer["content-type"] == "text/html; charset=utf-8")
            // A folder without a page, and a file that is none.
            #expect(try await visitor.ask("/movies/").status == 404)
            #expect(try await visitor.ask("/digits.txt/").status == 404)
            try site.folder.write("<p>Gone</p>", to: "dist/404.html")
            #expect(try await visitor.ask("/nothing").body == "<p>Gone</p>")
            try FileManager.default.removeItem(atPath: site.folder.path("dist/404.html"))
            #expect(try await visitor.ask("/nothing").status == 404)
        }
    }

    @Test("looking is all one can do", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
    func methods(method: String) async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/", method: method, ["Content-Length": "0"])
            #expect(answer.status == 405 && answer["allow"] == "GET, HEAD")
        }
    }

    @Test("HEAD tells what GET would, without the body")
    func head() async throws {
        try await site.serve { visitor in
            for address in ["/", "/digits.txt", "/nothing", "/movies"] {
                let (head, get) = (try await visitor.ask(address, method: "HEAD"), try await visitor.ask(address))
                #expect(head.status == get.status && head.body == "", "\(address)")
                for name in get.headers.keys where name != "date" { #expect(head[name] == get[name], "\(name)") }
            }
        }
    }

    @Test(
        "nothing outside of the folder is shown, and nothing hidden",
        arguments: [
            "/../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
            "/..\\secret.txt", "/movies/../../secret.txt", "/movies/%2e%2e/index.html", "/./index.html",
            "//etc/passwd", "///etc/passwd", "/%2fetc/passwd", "/%2Fetc%2Fpasswd", "http://localhost//etc/passwd",
            "/digits.txt%00", "/digits.txt%00.html", "/%00", "/%0a", "/.marquee", "/%2emarquee", "/.hidden/index.html",
            "/%ff", "/%zz", "/movies//up-2009/", "/%252e%252e/secret.txt", "/.",
        ])
    func confinement(target: String) async throws {
        try site.folder.write("secret", to: "dist/.hidden/index.html")
        try await site.serve { visitor in
            let answer = try await visitor.ask(target)
            #expect(answer.status == 404 && answer.body == ServedSite.missing, "\(answer.status) \(answer.body)")
        }
    }

    @Test("links out of the folder lead nowhere, those inside do")
    func links() async throws {
        let files = FileManager.default
        func link(_ name: String, to target: String) throws {
            try files.createSymbolicLink(atPath: site.folder.path("dist/\(name)"), withDestinationPath: target)
        }
        try link("out.txt", to: "../secret.txt")
        try link("absolute.txt", to: site.folder.path("secret.txt"))
        try link("up", to: "..")
        try link("hidden.txt", to: ".marquee")
        try link("loop", to: "loop")
        try link("inside.txt", to: "digits.txt")
        // A folder whose name begins like the site's own is another.
        try site.folder.write("secret", to: "dist-2/secret.txt")
        try link("beside.txt", to: "../dist-2/secret.txt")
        try await site.serve { visitor in
            for address in [
                "/out.txt", "/absolute.txt", "/up/secret.txt", "/up", "/hidden.txt", "/loop", "/beside.txt",
            ] {
                let answer = try await visitor.ask(address)
                #expect(answer.status == 404, "\(address)")
            }
            #expect(try await visitor.ask("/inside.txt").body == "0123456789")
        }
    }

    @Test("a pipe in the folder does not keep anybody waiting")
    func pipe() async throws {
        #expect(mkfifo(site.folder.path("dist/pipe.txt"), 0o644) == 0)
        try await site.serve { visitor in
            let answer = try await visitor.ask("/pipe.txt")
            #expect(answer.status == 404)
        }
    }

    @Test("the folder itself may be a link, and lead elsewhere tomorrow")
    func linkedFolder() async throws {
        let files = FileManager.default
        try site.folder.write("new", to: "dist-2/digits.txt")
        try files.moveItem(atPath: site.folder.path("dist"), toPath: site.folder.path("dist-1"))
        try files.createSymbolicLink(atPath: site.folder.path("dist"), withDestinationPath: "dist-1")
        try await site.serve { [site] visitor in
            #expect(try await visitor.ask("/digits.txt").body == "0123456789")
            try FileManager.default.removeItem(atPath: site.folder.path("dist"))
            try FileManager.default.createSymbolicLink(
                atPath: site.folder.path("dist"), withDestinationPath: "dist-2")
            #expect(try await visitor.ask("/digits.txt").body == "new")
        }
    }

    @Test("a site that was built for a path is shown below it")
    func basePath() async throws {
        var site = site
        site.root = "/programme"
        try await site.serve { visitor in
            let home = try await visitor.ask("/programme/")
            #expect(home.status == 200 && home.body == ServedSite.page)
            #expect(try await visitor.ask("/programme/movies/up-2009/").body == ServedSite.page)
            #expect(try await visitor.ask("/programme")["location"] == "/programme/")
            #expect(try await visitor.ask("/programme/movies")["location"] == "/programme/movies/")
            for address in ["/", "/index.html", "/programmes/", "/programme/../secret.txt", "/programme/.marquee"] {
                #expect(try await visitor.ask(address).status == 404, "\(address)")
            }
        }
    }
}
