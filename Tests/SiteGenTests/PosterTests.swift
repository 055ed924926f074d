import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild

@Suite("The posters of a site")
struct PosterTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite.golden()
    }

    private static let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='45'/>"

    private func edit(_ sql: String) async throws {
        try await DatabaseQueue(path: site.folder.path("catalog.sqlite")).write { try $0.execute(sql: sql) }
    }

    private func movie(_ slug: String = "amelie-2001") throws -> String {
        try site.folder.read("dist/movies/\(slug)/index.html")
    }

    /// The files below `posters`, and what the pages name.
    private func posters() throws -> (files: Set<String>, named: Set<String>) {
        var (files, named): (Set<String>, Set<String>) = ([], [])
        for (path, bytes) in try site.folder.contents(of: "dist") {
            if path.hasPrefix("posters/") { files.insert("/" + path) }
            guard path.hasSuffix(".html") else { continue }
            named.formUnion(
                String(decoding: bytes, as: UTF8.self).matches(of: /"(\/posters\/[^"]*)"/).map { String($0.1) })
        }
        return (files, named)
    }

    @Test("are drawn where a film has none, and each page names the one that is there")
    func drawn() async throws {
        try await site.build()
        let (files, named) = try posters()
        #expect(named == files && !files.isEmpty)
        #expect(files.allSatisfy { $0.hasPrefix("/posters/drawn/") })
        #expect(
            try movie().contains(
                /<img class="poster" src="\/posters\/drawn\/amelie-2001\/[0-9a-f]{12}\.svg" width="400" height="600" alt="">/
            ))
        #expect(try site.folder.read("dist/movies/index.html").contains(#"loading="lazy" decoding="async">"#))
    }

    @Test(
        "that were drawn are drawn anew with the title, year or genre, and the old ones go",
        arguments: [
            "UPDATE movie SET title = 'Amelie!' WHERE slug = 'amelie-2001'",
            "UPDATE movie SET year = 2002 WHERE slug = 'amelie-2001'",
            "UPDATE genre SET name = 'Horror' WHERE id = (SELECT genre_id FROM movie_genre JOIN movie ON movie.id = movie_id WHERE movie.slug = 'amelie-2001' AND position = 0)",
            "UPDATE movie SET slug = 'another' WHERE slug = 'amelie-2001'",
        ])
    func redrawn(sql: String) async throws {
        try await site.build()
        let before = try posters().files
        try await edit(sql)
        try await site.build()
        let (files, named) = try posters()
        #expect(files == named && files.count == before.count && files != before)
        #expect(try await site.builder().verify().faults == [])
    }

    @Test("are copied under a name with a hash, and shown in their own size")
    func file() async throws {
        try site.folder.write(Self.svg, to: "Public/posters/Amélie \"2\" <1>.svg")
        try await edit("UPDATE movie SET poster = 'posters/Amélie \"2\" <1>.svg' WHERE slug = 'amelie-2001'")
        try await site.build()
        let poster = try #require(
            try movie().firstMatch(of: /src="(\/posters\/amelie-2-1-[0-9a-f]{12}\.svg)" width="30" height="45"/))
        #expect(try site.folder.read("dist\(poster.1)") == Self.svg)
        #expect(try posters().files == posters().named)
        #expect(!site.folder.exists("dist/posters/drawn/amelie-2001"))
        #expect(!site.folder.exists("dist/posters/Amélie \"2\" <1>.svg"))
    }

    @Test("from a folder of their own follow each change of a file, and none of them is read without need")
    func changed() async throws {
        try site.folder.write(Self.svg, to: "pictures/a.svg")
        try await edit("UPDATE movie SET poster = 'a.svg' WHERE slug = 'amelie-2001'")
        var builder = try site.builder()
        builder.posters = site.folder.url.appending(path: "pictures")
        _ = try await builder.build()
        #expect(try await builder.build().counts.files == 0)
        let first = try movie()
        try site.folder.write(Self.svg.replacing("30", with: "31"), to: "pictures/a.svg")
        let summary = try await builder.build()
        #expect(summary.causes == ["the picture of a film was changed"])
        #expect(try movie() != first && movie().contains("width=\"31\""))
        #expect(try posters().files == posters().named)
        #expect(try await builder.verify().faults == [])
        try FileManager.default.removeItem(atPath: site.folder.path(".dist.build/posters.json"))
        _ = try await builder.build()
        #expect(try await builder.build().counts.files == 0)
        try await edit("UPDATE movie SET poster = ''")
        _ = try await builder.build()
        #expect(try posters().files == posters().named)
        #expect(try await builder.verify().faults == [])
    }

    @Test("are found in either normal form of their names", arguments: [true, false])
    func normalForms(isComposed: Bool) async throws {
        let (composed, decomposed) = ("Am\u{E9}lie/\u{C5}.svg", "Ame\u{301}lie/A\u{30A}.svg")
        try site.folder.write(Self.svg, to: "Public/posters/" + (isComposed ? composed : decomposed))
        try await edit(
            "UPDATE movie SET poster = 'posters/\(isComposed ? decomposed : composed)' WHERE slug = 'amelie-2001'")
        try await site.build()
        #expect(try movie().contains(/src="\/posters\/a-[0-9a-f]{12}\.svg" width="30" height="45"/))
        #expect(try await site.builder().verify().faults == [])
        #expect(try await site.build().counts.files == 0)
    }

    @Test("take their size from the catalog where the file does not tell it")
    func sizeOfCatalog() async throws {
        try site.folder.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "Public/a.svg")
        try await edit(
            "UPDATE movie SET poster = 'a.svg', poster_width = 20, poster_height = 30 WHERE slug = 'amelie-2001'")
        try await site.build()
        #expect(try movie().contains("width=\"20\" height=\"30\""))
    }

    @Test("that are missing or unfit end the build with film and file, and the site stays as it was")
    func problems() async throws {
        try await site.build()
        let before = try site.folder.contents(of: "dist")
        try site.folder.write(Self.svg, to: "secret.svg")
        try site.folder.write("no picture", to: "Public/broken.png")
        try site.folder.write("text", to: "Public/a.txt")
        try site.folder.write("<svg width='60' height='90'><rect/></svg>", to: "Public/plain.svg")
        let icon = try Data(contentsOf: Repository.root.appending(path: "Public/assets/icon-180.png"))
        try icon.prefix(30).write(to: site.folder.url.appending(path: "Public/cut.png"))
        try site.folder.write(
            "<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>", to: "Public/posters/evil.svg")
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("Public/posters/link.svg"), withDestinationPath: site.folder.path("secret.svg"))
        try #require(mkfifo(site.folder.path("Public/posters/pipe.png"), 0o644) == 0)
        try #require(mkdir(site.folder.path("Public/posters/folder.png"), 0o755) == 0)
        try #require(symlink("nothing", site.folder.path("Public/posters/dangling.png")) == 0)
        for (poster, fault) in [
            ("posters/none.jpg", "is missing"), ("../secret.svg", "is not in this folder"),
            (site.folder.path("secret.svg"), "is not in this folder"),
            ("posters/link.svg", "is a link that leads out of this folder"),
            ("posters/pipe.png", "is a named pipe, not a file"), ("posters/folder.png", "is a folder, not a file"),
            ("posters/dangling.png", "is a link to a file that is not there"),
            ("posters/evil.svg", "has a <script>, which is no part of a picture; take it out (line 2, column 1)"),
            ("broken.png", "is no picture: it begins as no AVIF, GIF, JPEG, PNG or WebP file does"),
            ("cut.png", "ends too early: it is only a part of a picture; copy it again"),
            (
                "plain.svg",
                "is no SVG that browsers show: its outermost element needs xmlns=\"http://www.w3.org/2000/svg\" (line 1, column 1)"
            ), ("a.txt", "is no picture that browsers show"),
            ("assets", "is no picture that browsers show"),
        ] {
            try await edit(
                "UPDATE movie SET poster = '\(poster)', poster_width = 2, poster_height = 3 WHERE slug = 'amelie-2001'")
            let error = try await #require(throws: BuildError.self) { try await site.build() }
            #expect(error.description.contains("/\(poster): the poster of 'Amélie' (amelie-2001) \(fault)"), "\(error)")
        }
        try await edit("UPDATE movie SET poster = 'none/' || slug || '.jpg'")
        let error = try await #require(throws: BuildError.self) { try await site.build() }
        #expect(error.description.split(separator: "\n").count == 3)
        #expect(try site.folder.contents(of: "dist") == before)
        for name in ["broken.png", "cut.png", "plain.svg", "a.txt", "posters"] {
            try FileManager.default.removeItem(atPath: site.folder.path("Public/\(name)"))
        }
        try await edit("UPDATE movie SET poster = '', poster_width = NULL, poster_height = NULL")
        try await site.build()
        // Feeds and sitemaps tell when a film was last edited.
        func timeless(_ files: [String: Data]) -> [String: Data] { files.filter { !$0.key.hasSuffix(".xml") } }
        #expect(try timeless(site.folder.contents(of: "dist")) == timeless(before))
    }

    @Test("of which many are missing are not all listed")
    func manyProblems() async throws {
        let films = (1...30).map { "{title: Film \($0), poster: p\($0).jpg}" }.joined(separator: ", ")
        let site = try SampleSite(document: "marquee: 1\nmovies: [\(films)]")
        let error = try await #require(throws: BuildError.self) { try await site.build() }
        #expect(error.description.split(separator: "\n").count == 21)
        #expect(error.description.hasSuffix("… and 10 more posters"))
    }

    @Test("at another site are not loaded from there, which the build says")
    func elsewhere() async throws {
        try await edit("UPDATE movie SET poster = 'https://evil.example/a.png' WHERE slug = 'amelie-2001'")
        let notes = try await site.build().notes
        #expect(notes.count == 1 && notes[0].contains("amelie-2001: https://evil.example/a.png"))
        #expect(try movie().contains("src=\"/posters/drawn/amelie-2001/"))
        #expect(try !movie().contains("evil.example"))
        #expect(try await site.build().notes == [])
    }
}
