import Cinema
import Files
import Foundation
import Randomness
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages

/// A site whose catalog, templates, public files and clock change at random, and now and then its output too.
struct RandomHistory {
    let folder: TemporaryFolder
    private(set) var catalog: RandomCatalog
    private var random: SplitMix64
    private var now: Date
    /// The site as it was before the last build.
    private var before: [String: Data] = [:]
    private var inodes: [String: FileStamp] = [:]

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        random = SplitMix64(seed: seed)
        now = try #require(Date(rfc3339: "2026-11-21T15:00:00Z"))
        catalog = try RandomCatalog(path: folder.path("catalog.sqlite"), now: now, &random)
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Templates"), to: folder.url.appending(path: "Templates"))
        try folder.write("body {}", to: "Public/assets/site.css")
        try folder.write("User-agent: *", to: "Public/robots.txt")
        for number in 0..<3 { try writePoster(number, width: 30) }
    }

    private func writePoster(_ number: Int, width: Int) throws {
        try folder.write(
            "<svg xmlns='http://www.w3.org/2000/svg' width='\(width)' height='45'/>",
            to: "Public/\(RandomCatalog.poster(number))")
    }

    private func builder(to output: String = "dist") throws -> SiteBuilder {
        SiteBuilder(
            catalog: folder.path("catalog.sqlite"), templates: folder.url.appending(path: "Templates"),
            publicFolder: folder.url.appending(path: "Public"), output: folder.url.appending(path: output),
            settings: SiteSettings(
                url: try SiteURL(base: "https://corner.example"), api: try SiteURL(base: "https://api.example"),
                now: now,
                listSizes: ListSizes(movies: 3, theaters: 2, lines: 6, sitemap: 4, calendar: 3)))
    }

    mutating func build() async throws {
        before = folder.exists("dist") ? try folder.contents(of: "dist") : [:]
        inodes = stamps(of: before.keys)
        // Now and then somebody watches, and nothing stays undone in the end.
        var watching = try builder()
        watching.postpones = true
        if random.chance(0.3) { _ = try await watching.build() }
        _ = try await builder().build()
    }

    func verify() async throws -> [SiteFault] { try await builder().verify().faults }

    func buildElsewhere() async throws { _ = try await builder(to: "clean").build() }

    /// Files that are other files than before the last build, and have the same bytes.
    var writtenInVain: [String] {
        let stamps = stamps(of: before.keys)
        return before.filter { path, bytes in
            stamps[path] != inodes[path] && (try? Data(contentsOf: folder.url.appending(path: "dist/\(path)"))) == bytes
        }
        .keys.sorted()
    }

    private func stamps(of paths: some Sequence<String>) -> [String: FileStamp] {
        paths.reduce(into: [:]) { $0[$1] = FileStamp(at: folder.path("dist/\($1)")) }
    }

    func emptyFolders() throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path("dist"))?.compactMap { $0 as? String } ?? []
        return try names.filter { name in
            try FileStamp(at: folder.path("dist/\(name)"))?.isFolder == true && folder.names(in: "dist/\(name)").isEmpty
        }
    }

    // MARK: Edits

    /// - Returns: what was changed.
    mutating func edit(_ step: Int) throws -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return try editTemplate(step)
        case 1: return try editPublicFile(step)
        case 2, 3: return stepClock()
        case 4: return try editOutput(step)
        case 5: return try loseState(step)
        default:
            let count = Int.random(in: 1...3, using: &random)
            return try (0..<count).map { try catalog.edit(step * 3 + $0, &random) }.joined(separator: "; ")
        }
    }

    private mutating func editTemplate(_ step: Int) throws -> String {
        let name = random.one(of: [
            "layout", "movie", "movie-day", "theater-day", "day", "parts/showing", "parts/movie-card", "parts/days",
            "person",
        ])
        let text = try folder.read("Templates/\(name).mustache")
        try folder.write(text + "<!-- \(step) -->", to: "Templates/\(name).mustache")
        return "template \(name)"
    }

    private mutating func editPublicFile(_ step: Int) throws -> String {
        let name = random.one(of: [
            "assets/site.css", "robots.txt", "site.webmanifest", "\(step % 3).txt", "poster",
        ])
        if name == "poster" {
            try writePoster(step % 3, width: 31 + step)
            return "poster \(step % 3)"
        }
        if random.chance(0.3), !name.hasPrefix("assets"), folder.exists("Public/\(name)") {
            try FileManager.default.removeItem(atPath: folder.path("Public/\(name)"))
            return "removed \(name)"
        }
        try folder.write("/* \(step) */", to: "Public/\(name)")
        return name
    }

    private mutating func stepClock() -> String {
        let minutes = random.one(of: [1, 17, 60, 360, 1_440, -45])
        now += TimeInterval(minutes * 60)
        return "clock \(minutes) minutes"
    }

    /// Somebody deletes a file of the site, changes one, or adds one.
    private mutating func editOutput(_ step: Int) throws -> String {
        let files = try folder.contents(of: "dist").keys.filter { $0 != ".marquee" }.sorted()
        let file = random.one(of: files)
        switch step % 3 {
        case 0: try FileManager.default.removeItem(atPath: folder.path("dist/\(file)"))
        case 1: try folder.write("by hand \(step)", to: "dist/\(file)")
        default: try folder.write("by hand \(step)", to: "dist/stray-\(step)/index.html")
        }
        return "output \(file)"
    }

    /// A build that is killed while it puts files in their places leaves some as they were, and no state; a state file
    /// may also be lost, or be none.
    private mutating func loseState(_ step: Int) throws -> String {
        if step % 2 == 0 {
            try folder.write("{}", to: ".dist.build/state.json")
            return "foreign state"
        }
        try FileManager.default.removeItem(atPath: folder.path(".dist.build/state.json"))
        for (path, bytes) in before.sorted(by: { $0.key < $1.key }) where random.chance(0.3) {
            try folder.write(String(decoding: bytes, as: UTF8.self), to: "dist/\(path)")
        }
        try folder.write("half", to: ".dist.build/staging/0/0")
        return "killed"
    }
}
