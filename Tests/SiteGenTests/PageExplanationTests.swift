import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("What is told of a page")
struct PageExplanationTests {
    @Test("lists the rows that it reads in their order")
    func rowsInOrder() throws {
        let numbers = 1...9
        let site = try SampleSite(
            document: """
                marquee: 1
                movies: [{title: Up, year: 2009}]
                theaters:
                \(numbers.map { "  - {name: T\($0), timeZone: UTC, auditoriums: [{name: One, rows: 1, columns: 2}]}" }.joined(separator: "\n"))
                showtimes:
                \(numbers.map { "  - {movie: Up, theater: T\($0), auditorium: One, starts: 2026-11-2\(10 - $0) 20:00}" }.joined(separator: "\n"))
                """)
        let lines = try PageExplanation("/movies/up-2009/", site.builder(now: "2026-11-01T12:00:00Z")).lines
        for table in ["theater", "auditorium"] {
            #expect(lines.contains("rows:       \(table) 1, 2, 3, 4, 5, 6, 7, 8, 9"), "\(lines)")
        }
    }

    private func cause(_ site: SampleSite) throws -> String {
        let lines = try PageExplanation("/movies/the-third-man-1949/", site.builder()).lines
        let line = try #require(lines.first { $0.hasPrefix("rendered:") })
        return String(try #require(line.split(separator: " because ").last))
    }

    @Test("says that somebody asked for everything, and not that no build had been before")
    func full() async throws {
        let site = try SampleSite.golden()
        try await site.build(.full)
        #expect(try cause(site) == "there was no site")
        try await site.build(.full)
        #expect(try cause(site) == "everything was asked for, with --full")
        try site.edit("UPDATE movie SET title = 'Der dritte Mann' WHERE id = 1")
        try await site.build()
        #expect(try cause(site) == "movie 1 was changed")
    }

    @Test("says what stood in the place of a folder, and not that no build had been before")
    func blocked() async throws {
        let site = try SampleSite.golden()
        try await site.build()
        // As it is for sites that are too large to be looked through for changes by hand.
        let state = try site.folder.read(".dist.build/state.json")
        try site.folder.write(
            state.replacing(#/"fingerprint":"[0-9a-f]+",/#, with: ""), to: ".dist.build/state.json")
        let folder = "movies/the-third-man-1949"
        try FileManager.default.removeItem(atPath: site.folder.path("dist/\(folder)"))
        try site.folder.write("a file", to: "dist/\(folder)")
        try site.edit("UPDATE movie SET title = 'Der dritte Mann' WHERE id = 1")
        try await site.build()
        #expect(try cause(site).hasPrefix("something else stood in the place of a folder, on the way to '\(folder)/"))
    }
}
