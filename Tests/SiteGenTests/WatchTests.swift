import Foundation
import TestSupport
import Testing

@Suite("sitegen watch")
struct WatchTests {
    private let work: ProgrammeFolder
    private let watch: Program.Running

    init() throws {
        work = try ProgrammeFolder()
        watch = try work.program.start(["watch", "--now", ProgrammeFolder.now], in: work.folder.url)
    }

    private func shows(_ text: String, _ file: String) async throws -> Bool {
        try await work.becomes { (try? work.folder.read("dist/\(file)"))?.contains(text) == true }
    }

    @Test("brings the site up to date when another process commits to the catalog, and stops when it is told to")
    func catalog() async throws {
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        try work.edit("UPDATE movie SET title = 'Der dritte Mann' WHERE id = 1")
        #expect(try await shows("Der dritte Mann", "movies/the-third-man-1949/index.html"))
        #expect(try await work.becomes { try watch.output().contains("because movie 1 was changed") })
        #expect(try await work.becomes { try watch.output().contains("put off by the build before") })
        #expect(try work.folder.read("dist/data/search/words/-.json").contains("Der dritte Mann"))
        #expect(watch.stop(SIGTERM) == 0)
        #expect(try work.build("--verify").exitCode == 0)
        #expect(try watch.errors() == "")
    }

    @Test("follows templates and assets, and reports a mistake without touching the site")
    func templates() async throws {
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        let layout = try work.folder.read("Templates/layout.mustache")
        try work.folder.write(layout + "<!-- new -->", to: "Templates/layout.mustache")
        #expect(try await shows("<!-- new -->", "index.html"))
        try work.folder.write(layout + "{{nothing}}", to: "Templates/layout.mustache")
        #expect(try await work.becomes { try watch.errors().contains("nothing here is called 'nothing'") })
        #expect(try work.folder.read("dist/index.html").contains("<!-- new -->"))
        try work.folder.write(layout + "<!-- mended -->", to: "Templates/layout.mustache")
        #expect(try await shows("<!-- mended -->", "index.html"))
        try work.folder.write("body { color: red }", to: "Public/assets/site.css")
        #expect(try await work.becomes { try watch.output().contains("an asset was changed") })
        #expect(watch.stop(SIGINT) == 0)
        #expect(try work.build("--verify").exitCode == 0)
    }

    @Test(
        "leaves the site alone while a row names one that is not there, says which once, and goes on when it is mended")
    func danglingReference() async throws {
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        let before = try work.folder.contents(of: "dist")
        try work.edit("UPDATE showtime SET movie_id = 99 WHERE id = 'thirdman35'", foreignKeys: false)
        #expect(try await work.becomes { try watch.errors().contains("showtime (id 'thirdman35') names movie 99") })
        #expect(try work.folder.contents(of: "dist") == before)
        try work.edit("UPDATE showtime SET movie_id = 2 WHERE id = 'thirdman35'")
        #expect(try await shows("thirdman35", "movies/amelie-2001/index.html"))
        #expect(watch.stop(SIGTERM) == 0)
        #expect(try work.build("--verify").exitCode == 0)
    }

    @Test("builds the site again when somebody has removed it, or put another folder in its place")
    func removed() async throws {
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        try FileManager.default.removeItem(atPath: work.folder.path("dist"))
        #expect(try await work.becomes { try watch.output().contains("because there was no site") })
        #expect(try await shows("The Third Man", "movies/the-third-man-1949/index.html"))
        try FileManager.default.moveItem(atPath: work.folder.path("dist"), toPath: work.folder.path("old"))
        try FileManager.default.createDirectory(atPath: work.folder.path("dist"), withIntermediateDirectories: false)
        #expect(try await shows("The Third Man", "movies/the-third-man-1949/index.html"))
        #expect(watch.stop(SIGTERM) == 0)
        #expect(try work.build("--verify").exitCode == 0)
        #expect(try watch.errors() == "")
    }

    @Test("follows another catalog that takes the place of the first")
    func replaced() async throws {
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        try work.folder.write("marquee: 1\nname: Elsewhere\nmovies: [{title: Up, year: 2009}]\n", to: "other.yaml")
        _ = try work.sitegen("import", "--catalog", "other.sqlite", "other.yaml")
        #expect(rename(work.folder.path("other.sqlite"), work.folder.path("catalog.sqlite")) == 0)
        #expect(try await shows("Elsewhere", "movies/up-2009/index.html"))
        #expect(try await work.becomes { !work.folder.exists("dist/movies/the-third-man-1949") })
    }
}

@Suite("sitegen watch, by the clock,")
struct WatchClockTests {
    @Test("takes a showing out of the lists when it begins")
    func begins() async throws {
        let work = try ProgrammeFolder()
        try work.edit("DELETE FROM showtime WHERE id <> 'thirdman35'")
        let watch = try work.program.start(["watch"], in: work.folder.url)
        #expect(try await work.becomes { try watch.output().hasPrefix("dist: ") })
        func page() -> String? { try? work.folder.read("dist/movies/the-third-man-1949/index.html") }
        // On a busy machine the showing may have begun before it is on the page: then it has to be further ahead.
        var isShown = false
        for seconds in [5, 20, 60, 200] where !isShown {
            let soon = Int(Date().timeIntervalSince1970) + seconds
            try work.edit("UPDATE showtime SET starts_at = \(soon), ends_at = \(soon) + 5400 WHERE id = 'thirdman35'")
            _ = try await work.becomes {
                isShown = page()?.contains("thirdman35") == true
                return isShown || Date().timeIntervalSince1970 > TimeInterval(soon)
            }
        }
        #expect(isShown)
        #expect(try await work.becomes { page()?.contains("thirdman35") == false })
        #expect(watch.stop(SIGTERM) == 0)
    }
}
