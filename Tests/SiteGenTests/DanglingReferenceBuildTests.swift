import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("A catalog with a row that names one which is not there")
struct DanglingReferenceBuildTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite.golden()
    }

    private func failure(_ mode: SiteBuilder.Mode = .update) async throws -> String {
        "\(try await #require(throws: (any Error).self) { try await site.build(mode) })"
    }

    /// As SQL makes them, and the sentence that names the row.
    private static let edits = [
        (
            "UPDATE showtime SET movie_id = 99 WHERE id = 'thirdman35'",
            "the catalog's showtime (id 'thirdman35') names movie 99 in movie_id, and there is no such row"
        ),
        (
            "UPDATE showtime SET auditorium_id = 99 WHERE id = 'thirdman35'",
            "the catalog's showtime (id 'thirdman35') names auditorium 99 in auditorium_id, and there is no such row"
        ),
        (
            "UPDATE credit SET person_id = 99 WHERE movie_id = 1 AND role = 'writer'",
            "the catalog's credit (movie_id 1, role 'writer', position 0) names person 99 in person_id, and there is no such row"
        ),
        (
            "DELETE FROM movie WHERE slug = 'amelie-2001'",
            "the catalog's showtime (id '"
        ),
        (
            "DELETE FROM theater WHERE slug = 'la-peniche'",
            "the catalog's auditorium (id 3) names theater 2 ('la-peniche') in theater_id, and there is no such row"
        ),
    ]

    @Test("builds nothing: the site stays as it is until the row is mended, however it is built", arguments: edits)
    func refused(sql: String, sentence: String) async throws {
        try await site.build()
        let before = try site.folder.contents(of: "dist")
        try FileManager.default.copyItem(
            atPath: site.folder.path("catalog.sqlite"), toPath: site.folder.path("good.sqlite"))
        try site.edit(sql, foreignKeys: false)
        for mode in [SiteBuilder.Mode.update, .full, .dryRun, .update] {
            let failure = try await failure(mode)
            #expect(failure.contains(sentence), "\(mode): \(failure)")
            #expect(failure.contains("begin SQL with 'PRAGMA foreign_keys = ON'"))
        }
        #expect(try site.folder.contents(of: "dist") == before)
        try FileManager.default.removeItem(atPath: site.folder.path("catalog.sqlite"))
        try FileManager.default.moveItem(
            atPath: site.folder.path("good.sqlite"), toPath: site.folder.path("catalog.sqlite"))
        #expect(try await site.build().counts.written == 0)
    }

    @Test("makes no site where there was none")
    func noSite() async throws {
        try site.edit("UPDATE showtime SET movie_id = 99 WHERE id = 'thirdman35'", foreignKeys: false)
        #expect(try await failure().contains("names movie 99"))
        #expect(!site.folder.exists("dist"))
    }

    @Test("is mended by the change that puts things right, and the next build goes on from the last good one")
    func mended() async throws {
        try await site.build()
        try site.edit("UPDATE showtime SET movie_id = 99 WHERE id = 'thirdman35'", foreignKeys: false)
        #expect(try await failure().contains("names movie 99"))
        try site.edit("UPDATE showtime SET movie_id = 2 WHERE id = 'thirdman35'")
        #expect(try await site.build().causes.contains("showtime 'thirdman35' was changed"))
        #expect(try await site.builder().verify().faults.isEmpty)
    }
}
