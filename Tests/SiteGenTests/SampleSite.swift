import Catalog
import CatalogImport
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages

/// A site built from a document with the templates of Marquee, its clock, addresses and assets pinned.
struct SampleSite {
    let folder: TemporaryFolder
    var templates = Repository.root.appending(path: "Templates")
    var baseURL = "https://corner.example"
    var apiURL = "https://api.corner.example"

    /// - Parameter name: of the document, whose ending tells its format.
    init(document: String, named name: String = "programme.yaml") throws {
        folder = try TemporaryFolder()
        try folder.write("body { color: black }", to: "Public/assets/site.css")
        try folder.write("User-agent: *\n", to: "Public/robots.txt")
        try importing(document, named: name)
    }

    static func golden() throws -> SampleSite {
        let file = Repository.root.appending(path: "Tests/SiteGenTests/Golden/programme.yaml")
        let site = try SampleSite(document: String(contentsOf: file, encoding: .utf8))
        try site.edit("UPDATE revision SET added_at = 1793538000, changed_at = 1794124800")
        return site
    }

    /// - Parameter foreignKeys: whether SQLite sees to it that rows name rows which are there; most tools do not ask for it.
    func edit(_ sql: String, foreignKeys: Bool = true) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = foreignKeys
        try DatabaseQueue(path: folder.path("catalog.sqlite"), configuration: configuration).write {
            try $0.execute(sql: sql)
        }
    }

    func importing(_ document: String, named name: String = "programme.yaml") throws {
        let file = try SourceFile(path: name, contents: Data(document.utf8))
        _ = try CatalogImport().run([file], into: Catalog(writingTo: folder.path("catalog.sqlite")))
    }

    func replacePublicFolder(with other: URL) throws {
        let folder = folder.url.appending(path: "Public")
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.copyItem(at: other, to: folder)
    }

    @discardableResult
    func build(
        _ mode: SiteBuilder.Mode = .update, now: String = "2026-11-21T15:00:00Z", to output: String = "dist"
    ) async throws -> BuildSummary {
        try await builder(mode, now: now, to: output).build()
    }

    func builder(
        _ mode: SiteBuilder.Mode = .update, now: String = "2026-11-21T15:00:00Z", to output: String = "dist"
    ) throws -> SiteBuilder {
        SiteBuilder(
            catalog: folder.path("catalog.sqlite"), templates: templates,
            publicFolder: folder.url.appending(path: "Public"), output: folder.url.appending(path: output),
            settings: SiteSettings(
                url: try SiteURL(base: baseURL), api: try SiteURL(base: apiURL),
                now: try #require(Date(rfc3339: now))),
            mode: mode)
    }
}
