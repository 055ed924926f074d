import Files
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

/// Nothing here may wait for a pipe.
@Suite("sitegen and files that are no files")
struct StrangeFileTests {
    private let site: SampleSite
    private let program = Program("sitegen")

    init() throws {
        site = try SampleSite.golden()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Templates"), to: site.folder.url.appending(path: "Templates"))
    }

    private static let now = ["--now", "2026-11-21T15:00:00Z"]

    private static let kinds = [
        "pipe": "is a named pipe, not a file", "device": "is a device, not a file",
        "loop": "is a link that leads in a circle", "dangling": "is a link to a file that is not there",
    ]

    private func make(_ kind: String, _ name: String) throws {
        let path = site.folder.path(name)
        unlink(path)
        let result =
            switch kind {
            case "pipe": mkfifo(path, 0o644)
            case "device": symlink("/dev/zero", path)
            case "loop": symlink(path, path)
            default: symlink("nothing", path)
            }
        try #require(result == 0)
    }

    private func expect(_ sentence: String, _ arguments: String...) throws {
        let result = try program.run(arguments, in: site.folder.url)
        #expect(result.exitCode != 0 && result.output == "", "\(arguments)")
        #expect(result.errors.contains(sentence), "\(arguments): \(result.errors)")
        #expect(!result.errors.contains("Domain=") && !result.errors.contains("SQLite error"), "\(result.errors)")
    }

    @Test("each in the place of anything that a build reads is one sentence", arguments: kinds.keys.sorted())
    func build(kind: String) throws {
        let sentence = try #require(Self.kinds[kind])
        for name in ["Templates/extra.mustache", "Public/odd.txt", "Public/assets/odd.css"] {
            try make(kind, name)
            try expect("\(name): \(sentence)", "build")
            unlink(site.folder.path(name))
        }
        try make(kind, "odd.sqlite")
        for command in [["build"], ["why", "/"], ["due"]] {
            let result = try program.run(command + ["--catalog", "odd.sqlite"], in: site.folder.url)
            #expect(result.exitCode != 0 && result.errors.contains("odd.sqlite: \(sentence)"), "\(result.errors)")
        }
        for name in ["odd.yaml", "odd.json", "odd.csv.gz"] {
            try make(kind, name)
            try expect(sentence, "import", name)
            try expect(sentence, "import", "--mapping", name, "programme.csv")
        }
        try make(kind, "new.sqlite")
        try site.folder.write("marquee: 1\n", to: "ok.yaml")
        try expect("new.sqlite: \(sentence)", "import", "--catalog", "new.sqlite", "ok.yaml")
        #expect(FileStamp(at: site.folder.path("new.sqlite")) != nil, "what was there is left as it is")
    }

    @Test("what a shell hands over is read to its end")
    func handedOver() throws {
        try site.folder.write("marquee: 1\nmovies: [{title: Up, year: 2009}]\n", to: "up.yaml")
        let shell = Program(executable: URL(filePath: "/bin/bash"))
        let sitegen = program.folder.appending(path: "sitegen").path
        for (number, source) in ["- < up.yaml", "/dev/stdin < up.yaml", "<(cat up.yaml)"].enumerated() {
            let result = try shell.run(
                ["-c", "'\(sitegen)' import --catalog \(number).sqlite \(source)"], in: site.folder.url)
            #expect(result.output == "\(number).sqlite: 1 movie (1 new)\n", "\(result.errors)")
        }
    }

    @Test(
        "public files and templates do not lead out of their folders",
        arguments: [
            ("Public/leak.txt", "/etc/passwd"), ("Public/assets/root", "/"), ("Public/up", "../.."),
            ("Public/secret", "../secret.txt"), ("Templates/leak.mustache", "/etc/passwd"),
        ])
    func leadingOut(name: String, target: String) throws {
        try site.folder.write("secret", to: "secret.txt")
        try #require(symlink(target, site.folder.path(name)) == 0)
        try expect("\(name): is a link that leads out of this folder", "build")
    }

    @Test("links that stay in the public folder are followed, and what they lead to is watched")
    func inside() async throws {
        try site.folder.write("one", to: "Public/real/file.txt")
        try #require(symlink("real", site.folder.path("Public/twin")) == 0)
        try await site.build()
        #expect(try site.folder.read("dist/twin/file.txt") == "one")
        try site.folder.write("other", to: "Public/real/file.txt")
        try await site.build()
        #expect(try site.folder.read("dist/twin/file.txt") == "other")
    }

    @Test("a template that is not UTF-8 is named")
    func notText() throws {
        try Data([0x3C, 0xFF]).write(to: site.folder.url.appending(path: "Templates/bad.mustache"))
        try expect("Templates/bad.mustache:1:2: is not UTF-8 text", "build")
    }

    @Test("a finished site with pipes and circles is checked to its end")
    func check() async throws {
        try await site.build()
        try make("pipe", "dist/odd.html")
        try #require(symlink(".", site.folder.path("dist/self")) == 0)
        try #require(symlink("..", site.folder.path("dist/movies/up")) == 0)
        let result = try program.run(["check"], in: site.folder.url)
        #expect(result.exitCode != 0)
        #expect(result.errors.contains("odd.html:1:1: this file is a named pipe, not a file"), "\(result.errors)")
    }
}
