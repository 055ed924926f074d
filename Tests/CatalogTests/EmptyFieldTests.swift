import Catalog
import CatalogImport
import Foundation
import TestSupport
import Testing

@Suite("What a document must say")
struct EmptyFieldTests {
    private static let house = """
        marquee: 1
        currency: EUR
        ticketTypes: [{id: adult, name: Adult}]
        priceLists: [{id: normal, prices: {adult: 9.50}}]
        theaters: [{id: t, name: T, timeZone: Europe/Paris, auditoriums: [{name: One, rows: 2, columns: 2}]}]
        movies: [{id: sun, title: Sunrise, runtime: 94}]
        showtimes: [{movie: sun, auditorium: One, starts: 2026-12-04 20:00}]
        """

    /// Where the whole value may stand, what is there now, and what is said of it when it is empty.
    private static let required: [(value: String, key: String, problem: String)] = [
        ("starts: 2026-12-04 20:00", "starts", "'starts' is missing"),
        ("movie: sun", "movie", "'movie' is missing"),
        ("auditorium: One", "auditorium", "'auditorium' is missing"),
        ("title: Sunrise", "title", "'title' is missing"),
        ("name: T", "name", "'name' is missing"),
        ("timeZone: Europe/Paris", "timeZone", "'timeZone' is missing"),
        ("name: One", "name", "'name' is missing"),
        ("id: adult", "id", "'id' is missing"),
        ("id: normal", "id", "'id' is missing"),
        ("prices: {adult: 9.50}", "prices", "needs 'prices'"),
    ]

    private func problem(_ text: String) throws -> String {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        func run(_ text: String) throws {
            _ = try CatalogImport().run([SourceFile(path: "a.yaml", contents: Data(text.utf8))], into: catalog)
        }
        try run(Self.house)
        let before = try catalog.dump()
        let failure = #expect(throws: ImportFailure.self, "\(text)") { try run(text) }
        #expect(try catalog.dump() == before)
        return failure?.description ?? ""
    }

    @Test("may not be empty, in whatever way", arguments: ["", "\"\"", "\" \"", "\"\\u200B\"", "[]", "[\"\"]", "{}"])
    func empty(nothing: String) throws {
        for (value, key, said) in Self.required {
            // A list where one text belongs is told as that.
            let isOtherKind = nothing.first.map { "[{".contains($0) } ?? false && !["starts", "prices"].contains(key)
            let problem = try problem(Self.house.replacing(value, with: "\(key): \(nothing)"))
            let isMapping = nothing == "{}" && key == "starts"
            #expect(
                problem.contains(isOtherKind || isMapping ? "'\(key)' must be text" : said),
                "\(key): \(nothing): \(problem)")
            #expect(problem.hasPrefix("a.yaml:"), "\(problem)")
        }
    }

    @Test(
        "may not have an empty piece among others",
        arguments: [
            (
                "starts: 2026-12-04 20:00", "starts: [2026-12-04 20:00, \"\"]",
                "a.yaml:7:70: 'starts' has an empty entry"
            ),
            ("starts: 2026-12-04 20:00", "starts: [null, 2026-12-04 20:00]", "'starts' has an empty entry"),
            (
                "starts: 2026-12-04 20:00", "from: 2026-12-04, until: 2026-12-05, times: [\"20:00\", \"\"]",
                "'times' has an empty entry"
            ),
            (
                "starts: 2026-12-04 20:00",
                "from: 2026-12-04, until: 2026-12-05, times: \"20:00\", weekdays: [fri, \" \"]",
                "'weekdays' has an empty entry"
            ),
            (
                "starts: 2026-12-04 20:00", "from: 2026-12-04, until: 2026-12-05, times: \"20:00\", weekdays: []",
                "a.yaml:7:106: 'weekdays' names no day; name some, such as mon-fri, or take it out for every day"
            ),
            (
                "starts: 2026-12-04 20:00", "from: 2026-12-04, until: 2026-12-05, times: \"20:00\", weekdays: [\"\"]",
                "'weekdays' names no day"
            ),
            ("starts: 2026-12-04 20:00", "starts: 2026-12-04 20:00, weekdays: []", "'weekdays' names no day"),
            (
                "showtimes: [", "showtimes: [null, ",
                "a.yaml:7:13: a showtime must be a mapping of fields, this is nothing"
            ),
            ("showtimes: [", "showtimes: [\"\", ", "a showtime must be a mapping of fields"),
            ("movies: [", "movies: [null, ", "a movie must be a mapping of fields, this is nothing"),
            ("theaters: [", "theaters: [null, ", "a theater must be a mapping of fields, this is nothing"),
            ("auditoriums: [", "auditoriums: [null, ", "an auditorium must be a mapping of fields, this is nothing"),
            ("ticketTypes: [", "ticketTypes: [null, ", "a ticket type must be a mapping of fields, this is nothing"),
            ("priceLists: [", "priceLists: [null, ", "a price list must be a mapping of fields, this is nothing"),
            ("prices: {adult: 9.50}", "prices: {adult: {}}", "'adult' has no price"),
            ("prices: {adult: 9.50}", "prices: {adult: }", "a price must be a number"),
        ])
    func pieces(old: String, new: String, said: String) throws {
        #expect(try problem(Self.house.replacing(old, with: new)).contains(said))
    }

    @Test(
        "names all that it lists: no ticket type, category, list or layout without an id comes and goes unseen",
        arguments: ["ticketTypes", "priceCategories", "priceLists", "layouts"], ["\"\"", "\" \"", "\"\\u200B\"", ""])
    func ids(section: String, nothing: String) throws {
        let document = "marquee: 1\ncurrency: EUR\n\(section): [{id: \(nothing), name: z}]"
        let text = section == "layouts" ? document.replacing("name: z", with: "rows: 1, columns: 1") : document
        #expect(try problem(text).contains("a.yaml:3:\(section.count + 4): 'id' is missing"))
    }
}
