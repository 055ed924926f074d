import Foundation
import SitePages
import TestSupport
import Testing

@testable import SiteBuild

@Suite("A name in the catalog that is longer than the name of a file may be")
struct LongNameTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite.golden()
    }

    private static func name(_ length: Int) -> String { String(repeating: "a", count: length) }

    /// What has a folder or a file by a name of its own: how it gets the name, and what the row is called.
    private static let renamings = [
        ("UPDATE movie SET slug = '%@' WHERE id = 1", "movie 1 cannot be used: its slug 'aaaa"),
        ("UPDATE theater SET slug = '%@' WHERE id = 1", "theater 1 cannot be used: its slug 'aaaa"),
        ("UPDATE genre SET slug = '%@' WHERE id = 1", "genre 1 cannot be used: its slug 'aaaa"),
        ("UPDATE person SET slug = '%@' WHERE id = 1", "person 1 cannot be used: its slug 'aaaa"),
        (
            "UPDATE seat_layout SET id = '%@' WHERE id = (SELECT seat_layout_id FROM auditorium WHERE id = 1); "
                + "UPDATE auditorium SET seat_layout_id = '%@' WHERE id = 1",
            "seat layout cannot be used: its id 'aaaa"
        ),
    ]

    @Test("is refused with its row before anything is published, and the next build goes on", arguments: renamings)
    func refused(sql: String, sentence: String) async throws {
        try await site.build()
        let before = try site.folder.contents(of: "dist")
        let good = try Data(contentsOf: site.folder.url.appending(path: "catalog.sqlite"))
        for length in [248, 255, 256, 300] {
            try site.edit(sql.replacing("%@", with: Self.name(length)), foreignKeys: false)
            for mode in [SiteBuilder.Mode.update, .full] {
                let error = try await #require(throws: (any Error).self, "\(length)") { try await site.build(mode) }
                #expect("\(error)".contains(sentence), "\(error)")
                #expect("\(error)".contains("has \(length) bytes and may have 247"), "\(error)")
            }
            #expect(try site.folder.contents(of: "dist") == before)
        }
        try good.write(to: site.folder.url.appending(path: "catalog.sqlite"))
        #expect(try await site.build().counts.written == 0)
    }

    @Test("and one that is just not is on the site, compressed too", arguments: renamings)
    func longest(sql: String, sentence: String) async throws {
        try site.edit(sql.replacing("%@", with: Self.name(247)), foreignKeys: false)
        var builder = try site.builder()
        builder.settings.isCompressed = true
        _ = try await builder.build()
        #expect(try await builder.verify().faults.isEmpty)
        #expect(try site.folder.contents(of: "dist").keys.contains { $0.contains(Self.name(247)) })
    }

    @Test("is forgotten when the row gets a shorter one")
    func shortened() async throws {
        try await site.build()
        try site.edit("UPDATE movie SET slug = '\(Self.name(300))' WHERE id = 1")
        await #expect(throws: (any Error).self) { try await site.build() }
        try site.edit("UPDATE movie SET slug = 'shorter' WHERE id = 1")
        try await site.build()
        #expect(try await site.builder().verify().faults.isEmpty)
    }
}
