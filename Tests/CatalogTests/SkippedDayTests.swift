import Catalog
import Cinema
import Foundation
import Testing

@Suite("Days where the clocks skip one")
struct SkippedDayTests {
    @Test("follow each other without a gap, and what is shown belongs to one of them")
    func apia() throws {
        let zone = try #require(TimeZone(identifier: "Pacific/Apia"))
        let days = try (28...31).map { try #require(CivilDate(iso: "2011-12-\($0)")) }
        let spans = try days.map { try #require($0.span(in: zone), "\($0.iso)") }
        for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
        for hour in 0..<(4 * 24) {
            let seconds = spans[0].lowerBound + Int64(hour * 3_600)
            let day = LocalTime(Date(timeIntervalSince1970: TimeInterval(seconds)), in: zone).cinemaDay
            let span = try #require(day.span(in: zone))
            #expect(span.contains(seconds), "\(day.iso)")
        }
    }
}
