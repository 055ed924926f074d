import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("What stands where a site is written")
struct OutputFolderTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite.golden()
    }

    private func put(_ kind: String, at name: String) throws {
        let path = site.folder.path(name)
        try FileManager.default.removeItem(atPath: path)
        switch kind {
        case "link to nothing": try #require(symlink("../nothing", path) == 0)
        case "link to a folder": try #require(symlink("../elsewhere", path) == 0)
        case "link to the same":
            try FileManager.default.removeItem(atPath: site.folder.path("elsewhere"))
            try FileManager.default.copyItem(
                atPath: site.folder.path("twin/" + name.dropFirst("dist/".count)), toPath: site.folder.path("elsewhere")
            )
            let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
            try #require(symlink(up + "elsewhere", path) == 0)
        case "pipe": try #require(mkfifo(path, 0o644) == 0)
        case "file": try site.folder.write("mine", to: name)
        default: try site.folder.write("mine", to: name + "/mine/mine.txt")
        }
    }

    private static let kinds = ["link to nothing", "link to a folder", "link to the same", "pipe", "file", "folder"]
    private static let places = ["dist/movies", "dist/data", "dist/index.html", "dist/showtimes", "dist/robots.txt"]

    @Test(
        "is cleared away by a build that ends well, and what a link leads to is left alone", arguments: kinds, places)
    func obstacles(kind: String, place: String) async throws {
        try await site.build()
        try site.folder.write("not the site's", to: "elsewhere/keep.txt")
        try FileManager.default.copyItem(atPath: site.folder.path("dist"), toPath: site.folder.path("twin"))
        try put(kind, at: place)
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: site.folder.path("elsewhere"), isDirectory: &isFolder)
        let before = isFolder.boolValue ? try site.folder.contents(of: "elsewhere") : [:]
        try await site.build()
        let faults = try await site.builder().verify().faults
        #expect(faults.isEmpty, "\(faults)")
        #expect(try site.folder.contents(of: "dist") == site.folder.contents(of: "twin"))
        if isFolder.boolValue { #expect(try site.folder.contents(of: "elsewhere") == before) }
        #expect(try await site.build().counts.written == 0)
    }

    @Test("is cleared away too where only some pages are rendered, and nobody looks through the folder")
    func incremental() async throws {
        try await site.build()
        let update = try SiteUpdate(
            site: site.folder.path("dist"), staging: site.folder.path("staging"), keepsPaths: false)
        try site.folder.write("not the site's", to: "elsewhere/keep.txt")
        try put("link to a folder", at: "dist/movies")
        #expect(throws: BlockedFolder.self) { try update.write([1], to: "movies/index.html") }
    }

    @Test(
        "is never what the site is made from",
        arguments: [
            "Public", "Public/sub", "Public/assets", "Templates", "Templates/new/er", "linked/sub",
            "Public/../Public/x",
            ".", "pictures", "pictures/in",
        ])
    func inputs(output: String) async throws {
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Templates"), to: site.folder.url.appending(path: "Templates"))
        try site.folder.write("", to: "pictures/a.txt")
        try #require(symlink("Public", site.folder.path("linked")) == 0)
        if output == "." { try site.folder.write("", to: ".marquee") }
        let before = try site.folder.contents(of: "Public")
        let result = try Program("sitegen").run(
            ["build", "--output", output, "--posters", "pictures"], in: site.folder.url)
        #expect(result.exitCode != 0)
        #expect(result.errors.contains("name another with --output"), "\(result.errors)")
        #expect(try site.folder.contents(of: "Public") == before)
    }

    @Test("is not where the catalog is")
    func catalog() async throws {
        try await site.build()
        try FileManager.default.copyItem(
            atPath: site.folder.path("catalog.sqlite"), toPath: site.folder.path("dist/data/catalog.sqlite"))
        let result = try Program("sitegen").run(
            ["build", "--catalog", "dist/data/catalog.sqlite", "--templates", site.templates.path],
            in: site.folder.url)
        #expect(
            result.exitCode != 0 && result.errors.contains("the catalog dist/data/catalog.sqlite is in this folder"))
        #expect(site.folder.exists("dist/data/catalog.sqlite"))
    }
}
