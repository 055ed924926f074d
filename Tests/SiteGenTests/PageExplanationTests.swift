import Foundation
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
}
