import Catalog
import CatalogImport
import Foundation
import GRDB
import TestSupport
import Testing

/// Part of a document, and what is said of it.
private struct Misread: Sendable, CustomTestStringConvertible {
    let text: String
    let problem: String

    var testDescription: String { text }

    init(_ text: String, _ problem: String) {
        self.text = text
        self.problem = problem
    }
}

@Suite("A document is understood or refused")
struct MisreadDocumentTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
    }

    private func importing(_ text: String) throws {
        _ = try CatalogImport().run([SourceFile(path: "a.yaml", contents: Data(text.utf8))], into: catalog)
    }

    private func problems(_ text: String) throws -> String {
        try #require(throws: ImportFailure.self) { try importing(text) }.description
    }

    private static let cinema = """
        marquee: 1
        theaters: [{id: t, name: T, timeZone: UTC, auditoriums: [{name: One, rows: 2, columns: 2}]}]
        movies: [{id: m, title: M, runtime: 60}]

        """

    @Test(
        "and so are the days of a run",
        arguments: [
            ("mon-fri", 10), ("[mon-thu, sat]", 10), ("\"mon, tue, wed\"", 6), ("[sat/sun]", 4), ("daily", 14),
            ("[mon, wed-thu]", 6),
        ])
    func runs(weekdays: String, count: Int) throws {
        let run =
            "showtimes: [{movie: m, auditorium: One, from: 2026-11-30, until: 2026-12-13, weekdays: \(weekdays), times: 20:30}]"
        try importing(Self.cinema + run)
        #expect(try catalog.programme(at: .distantPast).showtimes.count == count)
    }

    fileprivate static let ofShowtimes = [
        Misread("starts: 2026-12-01 20:30, language: no", "a.yaml:4:77: 'no' without quotes is a yes or no"),
        Misread("starts: 2026-12-01 20:30, subtitles: No", "without quotes"),
        Misread("starts: 2026-12-01 20:30, subtitles: english", "do you mean 'en'?"),
        Misread("starts: 2026-12-01 +8:30", "'+8:30' is no time of day"),
        Misread("starts: 2026-12-01 8:3", "'8:3' is no time of day"),
        Misread("starts: +026-12-01 20:30", "'+026-12-01 20:30' is no start"),
        Misread("starts: 2026-12-01 24:00", "'24:00' is no time of day"),
        Misread("starts: 2026-12-01 20:30, ends: 22:30:xx", "'22:30:xx' is no time of day"),
        Misread("starts: 2026-12-01 20:30, ends: 22::30", "'22::30' is no time of day"),
        Misread("starts: 2026-12-01 20:30, ends: +2:30", "'+2:30' is no time of day"),
        Misread("starts: 9999-12-31 23:59", "a.yaml:4:49: '9999-12-31 23:59' is in no year from 1870 to 2100"),
        Misread("starts: 0026-12-04 20:00", "'0026-12-04 20:00' is in no year from 1870 to 2100"),
        Misread("starts: 2101-01-01T20:00", "is in no year from 1870 to 2100"),
        Misread("from: 0026-12-01, until: 0026-12-04, times: 20:30", "'0026-12-01' is in no year from 1870 to 2100"),
        Misread("from: 2026-12-01, until: 9999-12-04, times: 20:30", "'9999-12-04' is in no year from 1870 to 2100"),
        Misread("starts: 2026-12-01 20:30, id: con", "'con' is the name of a device on Windows"),
        Misread(
            "starts: 2026-12-01 20:30, auditoriums: One", "'auditoriums' is not known here; it belongs to a theater"),
        Misread(
            "from: 2026-12-01, until: 2026-12-04, weekdays: monthly, times: 20:30",
            "a.yaml:4:88: 'monthly' is no weekday"),
        Misread("from: 2026-12-01, until: 2026-12-04, weekdays: sun, times: 20:30", "no day of this run is one of its"),
    ]

    @Test("and so are its showtimes", arguments: Self.ofShowtimes)
    fileprivate func showtimes(misread: Misread) throws {
        #expect(
            try problems(Self.cinema + "showtimes: [{movie: m, auditorium: One, \(misread.text)}]").contains(
                misread.problem))
        #expect(try catalog.programme(at: .distantPast).movies.isEmpty)
    }

    fileprivate static let ofSections = [
        Misread(
            "movies: [{title: \"a\\u0090b\"}]", "a.yaml:2:18: 'title' has a control character (U+0090); take it out"),
        Misread("movies: [{title: \"a\\0b\"}]", "'title' has a control character (U+0000)"),
        Misread("movies: [{title: A, synopsis: \"a\\x7Fb\"}]", "'synopsis' has a control character (U+007F)"),
        Misread("movies: [{title: A, cast: [\"a\\uFFFEb\"]}]", "'cast' has a code that is no sign (U+FFFE)"),
        Misread("movies: [{title: A, genres: [\"\\u202Eb\"]}]", "'genres' has a writing direction that it never ends"),
        Misread("movies: [{title: \" \"}]", "'title' is missing"),
        Misread("movies: [{title: \"\\u200B\"}]", "'title' is missing"),
        Misread("movies: [{title: A, year: 010}]", "'year' must be a whole number"),
        Misread("movies: [{title: A, runtime: 090}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: +90}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: 0x5A}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: 1_000}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: ９０}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: 1:30}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, runtime: 99999999999999999999}]", "'runtime' must be a whole number"),
        Misread("movies: [{title: A, releaseDate: +026-12-01}]", "'releaseDate' must be a day"),
        Misread("movies: [{title: A, releaseDate: 0000-01-01}]", "'0000-01-01' is in no year from 1870 to 2100"),
        Misread("movies: [{title: A, releaseDate: 1869-12-31}]", "a.yaml:2:34: '1869-12-31' is in no year"),
        Misread("movies: [{title: A, releaseDate: 9999-12-31}]", "'9999-12-31' is in no year from 1870 to 2100"),
        Misread(
            "currency: EUR\nticketTypes: [{id: a}]\npriceLists: [{id: l, prices: {a: 10000000000.01}}]",
            "a.yaml:4:34: a price may be at most 10000000000.00, this is '10000000000.01'"),
        Misread(
            "currency: EUR\nticketTypes: [{id: a}]\npriceLists: [{id: l, prices: {a: 99999999999999999999999}}]",
            "a price may be at most 10000000000.00"),
        Misread(
            "currency: JPY\nticketTypes: [{id: a}]\npriceLists: [{id: l, prices: {a: 1000000000001}}]",
            "a price may be at most 1000000000000,"),
        Misread(
            "currency: EUR\nticketTypes: [{id: a}]\npriceLists: [{id: l, prices: {a: 007}}]",
            "a price must be a number such as 12.50"),
        Misread("movies: [{title: A, languages: no}]", "'no' without quotes"),
        Misread("movies: [{title: A, languages: [french]}]", "do you mean 'fr'?"),
        Misread("movies: [{title: A, posterWidth: 600}]", "'posterWidth' needs 'posterHeight' as well"),
        Misread("movies: [{title: A, timeZone: UTC}]", "'timeZone' is not known here; it belongs to a theater"),
        Misread("movies: [{<<: {title: A}}]", "'<<' is not read"),
        Misread("name: !!binary aGk=", "the tag 'tag:yaml.org,2002:binary' is not read"),
        Misread("theaters: [{name: T, timeZone: GMT+1}]", "'GMT+1' is a distance from Greenwich"),
        Misread("theaters: [{name: T, timeZone: PST}]", "do you mean 'America/Los_Angeles'?"),
        Misread("theaters: [{name: T, timeZone: UTC, latitude: 1e1, longitude: 5}]", "'latitude' must be a number"),
        Misread("theaters: [{name: T, timeZone: UTC, latitude: nan, longitude: 5}]", "'latitude' must be a number"),
        Misread("theaters: [{name: T, timeZone: UTC, latitude: 0x1p3, longitude: 5}]", "'latitude' must be a number"),
        Misread(
            "theaters: [{name: T, timeZone: UTC, latitude: \"48,8\", longitude: 5}]", "'latitude' must be a number"),
        Misread("theaters: [{name: T, timeZone: UTC, latitude: 48.8}]", "'latitude' needs 'longitude' as well"),
        Misread(
            "theaters: [{name: T, timeZone: UTC, auditoriums: [{name: A, rows: 5}]}]", "'rows' needs 'columns' as well"),
        Misread(
            "theaters: [{name: T, timeZone: UTC, rows: 5}]",
            "'rows' is not known here; it belongs to an auditorium or a layout"),
        Misread("currency: EUX", "'EUX' is no ISO 4217 currency code"),
        Misread("currency: eur", "do you mean 'EUR'?"), Misread("currency: XXX", "no ISO 4217 currency code"),
        Misread(
            "layouts: [{id: a, rows: 1, columns: 1}, {id: a, rows: 2, columns: 2}]",
            "two layouts are 'a', the first on line 2"),
        Misread("ticketTypes: [{id: a}, {id: a}]", "two ticket types are 'a'"),
        Misread(
            "priceLists: [{id: a, currency: EUR, prices: {b: 1}}, {id: a, currency: EUR, prices: {b: 1}}]",
            "two price lists are 'a'"),
        Misread(
            "priceCategories: [{id: standard}, {id: box}]",
            "a.yaml:2:40: no seat can have the price category 'box': seats are standard or premium"),
    ]

    @Test("and so is all else in it", arguments: Self.ofSections)
    fileprivate func sections(misread: Misread) throws {
        #expect(try problems("marquee: 1\n" + misread.text).contains(misread.problem))
    }

    @Test(
        "and so is a price",
        arguments: [
            ("EUR", "12,50"), ("EUR", "1_000"), ("EUR", "010"), ("EUR", "1e3"), ("EUR", "+5"), ("EUR", "-5"),
            ("EUR", ".5"),
            ("EUR", "12.505"), ("JPY", "12.5"), ("KWD", "1.2345"), ("EUR", "９"),
            ("EUR", "1 250"), ("EUR", "5 EUR"),
        ])
    func prices(currency: String, price: String) throws {
        let document =
            "marquee: 1\nticketTypes: [{id: adult}]\npriceLists: [{id: a, currency: \(currency), prices: {adult: \"\(price)\"}}]"
        let problem = try problems(document)
        #expect(problem.hasPrefix("a.yaml:3:53: a price must be a number such as"))
        if price.contains("505") { #expect(problem.hasSuffix("EUR has 2 decimals at most")) }
        if currency == "JPY" { #expect(problem.hasSuffix("JPY has no decimals")) }
    }

    @Test("texts lose what nobody sees, at their ends, all in the same way")
    func invisible() throws {
        try importing(
            """
            marquee: 1
            movies:
              - title: "\\u200bGaia\\uFEFF"
                synopsis: "\\u200bGaia\\r\\n\\u2060two\\u200b"
                cast: ["\\u200bAda\\u00AD"]
            """)
        let row = try #require(
            try catalog.read {
                try Row.fetchOne($0, sql: "SELECT title, synopsis, (SELECT name FROM person) AS name FROM movie")
            })
        #expect(row["title"] == "Gaia")
        #expect(row["synopsis"] == "Gaia\n\u{2060}two")
        #expect(row["name"] == "Ada")
    }

    @Test("words that YAML may take for something else stay titles")
    func titles() throws {
        try importing(
            "marquee: 1\nmovies: [{title: No}, {title: Yes}, {title: 1917}, {title: 010}, {title: 1_000}, {title: 2026-12-01}]"
        )
        let titles = try catalog.read { try Set(String.fetchAll($0, sql: "SELECT title FROM movie")) }
        #expect(titles == ["No", "Yes", "1917", "010", "1_000", "2026-12-01"])
    }

    @Test("names of devices become no folders", arguments: ["Con", "AUX", "nul", "Prn", "COM1", "lpt9"])
    func devices(title: String) throws {
        try importing("marquee: 1\nmovies: [{title: \(title), genres: [\(title)], directors: [\(title)]}]")
        let slugs = try catalog.read {
            try String.fetchAll(
                $0, sql: "SELECT slug FROM movie UNION ALL SELECT slug FROM genre UNION ALL SELECT slug FROM person")
        }
        #expect(slugs == Array(repeating: title.lowercased() + "-2", count: 3))
    }

    @Test("a country's code is that of ISO 3166")
    func country() throws {
        try importing("marquee: 1\ntheaters: [{name: T, timeZone: Europe/London, country: UK}]")
        #expect(try catalog.read { try String.fetchOne($0, sql: "SELECT country FROM theater") } == "GB")
    }
}
