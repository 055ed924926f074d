import Files
import Foundation
import TestSupport
import Testing

@Suite("sitegen, when something has changed,")
struct UpdateCommandTests {
    private let work: ProgrammeFolder

    init() throws {
        work = try ProgrammeFolder()
    }

    private func stamps() throws -> [String: FileStamp?] {
        try work.folder.contents(of: "dist").reduce(into: [:]) { stamps, file in
            stamps[file.key] = FileStamp(at: work.folder.path("dist/\(file.key)"))
        }
    }

    @Test("writes what differs, and says how much that is")
    func update() throws {
        #expect(try work.build().output.contains(", 0 unchanged, 0 removed, "))
        // So that the change comes at another second.
        try work.edit("UPDATE revision SET added_at = 0, changed_at = 0")
        #expect(try work.build("--full").output.contains(", 0 removed, "))
        let before = try stamps()
        #expect(try work.build().output.hasPrefix("dist: 0 pages, 0 files, 0 written, 0 unchanged, 0 removed, "))
        #expect(try stamps() == before)
        try work.edit("UPDATE showtime SET captions = 1 WHERE id = 'thirdman35'")
        let built = try work.build()
        // Looked at and found as they were: the search's page, the film's poster, the theater's other day, and the four
        // sitemaps of pages, days, genres and people.
        #expect(built.output.contains(", 20 written, 7 unchanged, 0 removed, "), "\(built.output)")
        let changed = try stamps().filter { before[$0.key] != $0.value }.keys.sorted()
        #expect(
            changed == [
                "data/movies/the-third-man-1949.json", "data/search/showings/a.json", "data/theaters/the-corner.json",
                "index.html", "movies/the-third-man-1949/calendar.ics", "movies/the-third-man-1949/index.html",
                "people/carol-reed/index.html", "people/graham-greene/index.html", "people/joseph-cotten/index.html",
                "people/orson-welles/index.html", "showtimes/2026-11-21/index.html",
                "showtimes/thirdman35/calendar.ics", "showtimes/thirdman35/index.html", "sitemap.xml",
                "sitemaps/movies-1.xml", "sitemaps/showtimes-1.xml", "sitemaps/theaters-1.xml",
                "theaters/the-corner/2026-11-21/index.html", "theaters/the-corner/calendar.ics",
                "theaters/the-corner/index.html",
            ])
    }

    @Test("is told of no change by an import that brings none")
    func sameImport() throws {
        _ = try work.build()
        _ = try work.sitegen("import", "programme.yaml")
        #expect(try work.build().output.hasPrefix("dist: 0 pages, 0 files, "))
    }

    @Test("explains a page: what it is made from, why it was rendered, and whether it will be")
    func why() throws {
        _ = try work.build()
        let options = ["--now", ProgrammeFolder.now]
        func why(_ path: String) throws -> Program.Result {
            try work.program.run(["why", path] + options, in: work.folder.url)
        }
        let page = try why("/movies/the-third-man-1949/")
        for line in [
            "movies/the-third-man-1949/index.html: movie 1", "rows:       person 1, 2, 3, 4",
            "rows:       showtime thirdman35", "rendered:   ", "because there was no site",
            "templates:  layout, movie, movie-day, parts/badge-key, parts/facts", "valid until 2026-11-21T17:00:00Z",
            "next build: leaves it, because nothing that it shows was changed",
        ] { #expect(page.output.contains(line), "\(line) is not in \(page.output)\(page.errors)") }
        #expect(page.output.contains("content:    is what would be rendered now"))
        try work.edit("UPDATE showtime SET captions = 1 WHERE id = 'thirdman35'")
        #expect(
            try why("movies/the-third-man-1949/index.html").output.contains(
                "next build: renders it, because showtime 'thirdman35' was changed"))
        #expect(try why("movies/amelie-2001/index.html").output.contains("next build: leaves it"))
        _ = try work.build()
        #expect(
            try why("data/theaters/the-corner.json").output.contains("because showtime 'thirdman35' was changed"))
        #expect(try why("showtimes/2026-11-21/").output.contains("because showtime 'thirdman35' was changed"))
        let nothing = try why("movies/nothing/")
        #expect(nothing.exitCode != 0)
        #expect(nothing.errors == "movies/nothing/index.html: the site has no such file\n")
    }

    @Test("says when the clock will change a page")
    func due() throws {
        #expect(try work.sitegen("due", "--now", ProgrammeFolder.now).output == "2026-11-21T17:00:00Z\n")
        _ = try work.build(now: "2026-11-21T16:59:59Z")
        #expect(try work.sitegen("due").output == "2026-11-21T17:00:00Z\n")
        _ = try work.build(now: "2026-11-21T17:00:00Z")
        #expect(try work.sitegen("due").output != "2026-11-21T17:00:00Z\n")
        #expect(!(try work.folder.read("dist/movies/the-third-man-1949/index.html")).contains("thirdman35"))
    }

    @Test("finds each file that is not what a build writes, and mends it")
    func verify() throws {
        _ = try work.build()
        #expect(try work.build("--verify").output.contains("files are what a build writes"))
        try work.folder.write("by hand", to: "dist/index.html")
        try work.folder.write("mine", to: "dist/mine/note.txt")
        try FileManager.default.removeItem(atPath: work.folder.path("dist/404.html"))
        let failed = try work.build("--verify")
        #expect(failed.exitCode == 1)
        #expect(
            failed.errors.split(separator: "\n") == [
                "dist/404.html: is missing", "dist/index.html: is not what a build renders now",
                "dist/mine/note.txt: does not belong here",
                "dist: 3 files not as a build writes them; 'sitegen build --full' mends this",
            ])
        #expect(try work.build().output.contains(", 2 written, "))
        #expect(try work.build("--verify").exitCode == 0)
        #expect(!work.folder.exists("dist/mine"))
    }

    @Test("puts compressed files beside those that gain, the same each time, and takes them away again")
    func compressed() throws {
        _ = try work.build("--compress")
        let first = try work.folder.contents(of: "dist")
        #expect(first["index.html.gz"]?.prefix(2) == Data([0x1F, 0x8B]))
        #expect(first["index.html.br"] != nil)
        #expect(first["assets/icon-180.png.gz"] == nil)
        _ = try work.build("--compress", "--output", "again")
        #expect(try work.folder.contents(of: "again") == first)
        #expect(try work.build("--compress", "--full").output.contains(", 0 written, "))
        try work.edit("UPDATE movie SET title = 'Le Troisième Homme' WHERE id = 1")
        _ = try work.build("--compress")
        #expect(try work.build("--compress", "--verify").exitCode == 0)
        let before = first["movies/the-third-man-1949/index.html.br"]
        #expect(try work.folder.contents(of: "dist")["movies/the-third-man-1949/index.html.br"] != before)
        _ = try work.build()
        #expect(try work.folder.contents(of: "dist").keys.allSatisfy { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") })
    }

    @Test("notices a catalog that was restored from a backup and changed since")
    func restored() throws {
        let (catalog, backup) = (work.folder.path("catalog.sqlite"), work.folder.path("backup.sqlite"))
        try FileManager.default.copyItem(atPath: catalog, toPath: backup)
        try work.edit("UPDATE movie SET title = 'Gone with the backup' WHERE id = 1")
        _ = try work.build()
        try FileManager.default.removeItem(atPath: catalog)
        try FileManager.default.copyItem(atPath: backup, toPath: catalog)
        for title in ["One", "Two", "Three"] { try work.edit("UPDATE movie SET title = '\(title)' WHERE id = 2") }
        _ = try work.build()
        #expect(try work.build("--verify").exitCode == 0)
    }

    @Test("makes good a build that was killed, at whatever moment")
    func killed() async throws {
        try work.edit("DELETE FROM showtime")
        _ = try work.sitegen("demo", "--catalog", "demo.sqlite", "--movies", "150", "--now", ProgrammeFolder.now)
        let arguments = ["build", "--catalog", "demo.sqlite", "--now", ProgrammeFolder.now]
        var milliseconds = 30
        while milliseconds < 900 {
            let layout = try work.folder.read("Templates/layout.mustache")
            try work.folder.write(layout + "<!-- \(milliseconds) -->", to: "Templates/layout.mustache")
            let build = try work.program.start(arguments, in: work.folder.url)
            try await Task.sleep(for: .milliseconds(milliseconds))
            _ = build.stop(SIGKILL)
            milliseconds += 45
        }
        #expect(try work.program.run(arguments, in: work.folder.url).exitCode == 0)
        let verified = try work.program.run(arguments + ["--verify"], in: work.folder.url)
        #expect(verified.exitCode == 0, "\(verified.errors)")
    }
}
