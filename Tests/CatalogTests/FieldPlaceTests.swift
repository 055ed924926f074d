import Foundation
import Testing

@testable import CatalogImport

@Suite("What a field in the wrong place is told")
struct FieldPlaceTests {
    /// A document or a mapping around the fields of each place, `…` where they stand.
    private static let around = [
        "a catalog document": "{…}", "a price list": "{marquee: 1, priceLists: [{…}]}",
        "a theater": "{marquee: 1, theaters: [{…}]}", "an auditorium": "{marquee: 1, theaters: [{auditoriums: [{…}]}]}",
        "a layout": "{marquee: 1, layouts: [{…}]}", "a movie": "{marquee: 1, movies: [{…}]}",
        "a person": "{marquee: 1, movies: [{cast: [{…}]}]}", "a showtime": "{marquee: 1, showtimes: [{…}]}",
        "a mapping file": "{…}", "a field": "{records: movies, source: a, fields: {title: {…}}}",
        "'auditoriums'": "{records: theaters, source: a, fields: {auditoriums: {…}}}",
    ]

    private func problems(_ text: String, isMapping: Bool) throws -> String {
        let file = try SourceFile(path: "a.yaml", contents: Data(text.utf8))
        do {
            if isMapping { _ = try Mapping(file) } else { _ = try CatalogRecords(document: file) }
            return ""
        } catch let failure as ImportFailure {
            return failure.description
        }
    }

    @Test("is the place where that field is known")
    func everyField() throws {
        #expect(Set(FieldPlaces.fields.map(\.place)) == Set(Self.around.keys))
        for (place, names) in FieldPlaces.fields {
            let around = try #require(Self.around[place])
            let isMapping = around.contains("records") || place == "a mapping file"
            for name in names {
                // The version is asked for first, and nothing else if it is not 1.
                let value = name == "marquee" ? "1" : "null"
                let version = place == "a catalog document" && name != "marquee" ? "marquee: 1, " : ""
                let text = around.replacing("…", with: "\(version)\(name): \(value)")
                #expect(try !problems(text, isMapping: isMapping).contains("'\(name)' is not known"), "\(text)")
            }
            #expect(
                try problems(around.replacing("…", with: "marquee: 1, zzz: 1"), isMapping: isMapping).contains(
                    "not known here"))
        }
    }

    @Test(
        "is told of a mapping too",
        arguments: [
            (
                "{records: theaters, source: a, auditoriums: {count: c, seats: s}, fields: {name: n}}",
                "'auditoriums' is not known here; it belongs under 'fields'"
            ),
            (
                "{records: movies, source: a, fields: {title: t, separator: x}}",
                "'separator' is no field of movies; it belongs to a mapping file"
            ),
            (
                "{records: movies, source: a, fields: {title: t, take: x}}",
                "'take' is no field of movies; it belongs to a field"
            ),
            (
                "{records: movies, source: a, fields: {title: t, auditoriums: {count: c, seats: s}}}",
                "'auditoriums' is no field of movies; it belongs to a theater"
            ),
            ("{records: movies, source: a, fields: {titel: t}}", "'titel' is no field of movies; do you mean 'title'?"),
        ])
    func mappings(text: String, problem: String) throws {
        #expect(try problems(text, isMapping: true).contains(problem))
    }
}
