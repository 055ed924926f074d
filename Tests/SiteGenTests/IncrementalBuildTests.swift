import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild

/// The promise of incremental builds: whatever is changed, in whatever order, the site is what a clean build writes.
///
/// `MARQUEE_SEEDS=50 swift test --filter IncrementalBuildTests` tries as many random histories as wanted.
@Suite("An incremental build")
struct IncrementalBuildTests {
    private static let seeds: [UInt64] = {
        let count = ProcessInfo.processInfo.environment["MARQUEE_SEEDS"].flatMap { UInt64($0) } ?? 3
        return Array(1...max(1, count))
    }()

    @Test("equals a clean build to the byte after each of 200 random edits", arguments: seeds)
    func equalsCleanBuild(seed: UInt64) async throws {
        var history = try RandomHistory(seed: seed)
        try await history.build()
        for step in 1...200 {
            let edit = try history.edit(step)
            try await history.build()
            let faults = try await history.verify()
            #expect(faults == [], "seed \(seed), step \(step): \(edit)")
            if !faults.isEmpty { return }
            #expect(history.writtenInVain == [], "seed \(seed), step \(step): \(edit)")
            #expect(try history.emptyFolders() == [], "seed \(seed), step \(step): \(edit)")
        }
        try await history.buildElsewhere()
        #expect(try history.folder.contents(of: "dist") == history.folder.contents(of: "clean"))
    }

    @Test(
        "shows the dates of films, theaters and showings that somebody writes with SQL",
        arguments: [
            "UPDATE revision SET changed_at = 1700000000 WHERE subject = 'movie'",
            "UPDATE revision SET added_at = 1700000000 WHERE subject = 'movie' AND id = 1",
            "UPDATE revision SET changed_at = 1700000000, added_at = 1700000000 WHERE subject = 'showtime'",
            "UPDATE revision SET changed_at = 1700000000 WHERE subject = 'theater'",
            "UPDATE revision SET changed_at = 1700000000 WHERE subject = 'genre'",
            "UPDATE revision SET changed_at = 1700000000 WHERE subject = 'person'",
            "UPDATE OR REPLACE revision SET id = 2 WHERE subject = 'movie' AND id = 1",
            "UPDATE revision SET id = '1' WHERE subject = 'movie' AND id = 1",
            "UPDATE revision SET id = x'01' WHERE subject = 'showtime' AND id = 'thirdman35'",
            "UPDATE revision SET subject = 'nothing' WHERE subject = 'movie'", "DELETE FROM revision",
            "DELETE FROM revision WHERE subject = 'showtime' AND id = 'thirdman35'",
            "INSERT OR REPLACE INTO revision (subject, id, added_at, changed_at) VALUES ('movie', 2, 1700000000, 1700000000)",
            "UPDATE movie SET title = title WHERE id = 1; DELETE FROM revision WHERE subject = 'movie' AND id = 1",
            "UPDATE movie SET title = title WHERE id = 1; UPDATE revision SET changed_at = 1700000000 WHERE subject = 'movie'",
        ])
    func datesByHand(sql: String) async throws {
        let site = try SampleSite.golden()
        try await site.build()
        try site.edit(sql)
        try await site.build()
        #expect(try await site.builder().verify().faults == [])
        #expect(try await site.build().counts.files == 0)
    }

    @Test("is what the property test can tell from one that misses a change")
    func negativeControl() async throws {
        var history = try RandomHistory(seed: 1)
        try await history.build()
        // Without its log the catalog hides what was changed.
        try await history.catalog.queue.write { try $0.execute(sql: "DROP TRIGGER movie_updated") }
        try await history.catalog.queue.write { try $0.execute(sql: "UPDATE movie SET title = 'Unseen' WHERE id = 1") }
        try await history.build()
        #expect(try await history.verify().map(\.path).contains("movies/film-1/index.html"))
    }
}
