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
