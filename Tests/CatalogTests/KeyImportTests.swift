import Catalog
import CatalogImport
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Names in a document")
struct KeyImportTests {
    private static let document = """
        marquee: 1
        name: Ciné Étoile
        currency: EUR
        ticketTypes: [{id: Été, name: Été}, {id: adult}]
        priceCategories: [{id: standard}]
        priceLists: [{id: prix-réduit, prices: {Été: 8.00, adult: {standard: 10.00}}}]
        layouts:
          - id: pièce
            plan: |
              K sss
              Å sss
        theaters:
          - {id: théâtre, name: Théâtre, city: Orléans, timeZone: Europe/Paris, auditoriums: [{name: Salle É, layout: pièce}]}
          - {name: Ångström, timeZone: Europe/Paris, auditoriums: [{name: "Å", layout: pièce}]}
        movies:
          - {id: Amélie, title: Amélie, year: 2001, genres: [Comédie], cast: [Audrey Tautou, André Dussollier]}
          - {title: Señorita}
        showtimes:
          - {id: the-opening, movie: Amélie, theater: théâtre, auditorium: Salle É, starts: 2026-12-13 20:30, prices: prix-réduit}
          - {movie: Señorita, theater: Ångström, auditorium: "Å", starts: 2026-12-13 20:30, prices: prix-réduit}
        """

    private static func file(_ text: String, as name: String = "programme.yaml") throws -> SourceFile {
        try SourceFile(path: name, contents: Data(text.utf8))
    }

    /// All that the catalog has of things and their names.
    private static func content(_ catalog: Catalog) throws -> [String] {
        try catalog.read { database in
            try [
                "slug", "movie", "theater", "auditorium", "seat_layout", "genre", "person", "ticket_type", "price",
                "showtime",
            ]
            .flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0.databaseValues)" }
            }
        }
    }

    /// How many changes there ever were.
    private static func changes(_ catalog: Catalog) throws -> Int? {
        try catalog.read { try Int.fetchOne($0, sql: "SELECT max(seq) FROM change") }
    }

    @Test("a document that comes again in another normal form changes nothing: no id, no seat, no page")
    func again() async throws {
        let catalog = try Catalog(writingTo: temporaryPath())
        let forms = [
            Self.document, Self.document.decomposedStringWithCanonicalMapping,
            Self.document.decomposedStringWithCanonicalMapping.replacing("A\u{30A}", with: "\u{212B}")
                .replacing("K sss", with: "\u{212A} sss"),
        ]
        for first in forms {
            let other = try Catalog(writingTo: temporaryPath())
            _ = try CatalogImport().run([Self.file(first)], into: other)
            _ = try CatalogImport().run([Self.file(forms[0])], into: catalog)
            let before = try Self.content(catalog)
            #expect(try Self.content(other) == before)
            let changes = try Self.changes(catalog)
            let summary = try CatalogImport().run([Self.file(first)], into: catalog)
            #expect(summary.newMovies == 0 && summary.newTheaters == 0 && summary.removedShowtimes == 0)
            #expect(try Self.content(catalog) == before)
            #expect(try Self.changes(catalog) == changes)
        }
        let offer = try #require(try await catalog.offer(showtime: "the-opening"))
        #expect(offer.layout.seats.map { Array($0.label.text.utf8) }.last == Array("Å3".utf8))
        #expect(offer.priceList.price(ticketType: "Été", priceCategory: "standard")?.amount == 800)
    }

    @Test("what one document names, another finds in any normal form")
    func references() throws {
        let catalog = try Catalog(writingTo: temporaryPath())
        _ = try CatalogImport().run([Self.file(Self.document)], into: catalog)
        for movie in ["Ame\u{301}lie", "Amélie", "Sen\u{303}orita"] {
            let showtimes = """
                {"marquee": 1, "source": "other", "showtimes": [{"movie": "\(movie)", "theater": "The\u{301}a\u{302}tre",
                "auditorium": "Salle E\\u0301", "starts": "2026-12-14 18:00", "prices": "prix-re\u{301}duit"}]}
                """
            // Price lists are looked for in all sources.
            #expect(try CatalogImport().run([Self.file(showtimes, as: "other.json")], into: catalog).showtimes == 1)
        }
    }

    @Test(
        "names that nothing can carry or nobody can tell apart are refused where they stand",
        arguments: [
            (
                "ticketTypes: [{id: \(String(repeating: "x", count: 256))}]",
                "2:20: the 'id' of a ticket type has 256 bytes"
            ),
            ("ticketTypes: [{id: \"a\\u200db\"}]", "2:20: the 'id' of a ticket type has the sign U+200D"),
            ("ticketTypes: [{id: é}, {id: \"e\\u0301\"}]", "2:29: two ticket types are 'é', the first on line 2"),
            (
                "movies: [{id: \"a\\u202e\", title: A}]",
                "2:15: 'id' has a writing direction that it never ends (U+202E)"
            ),
            ("movies: [{id: é, title: A}, {id: \"e\\u0301\", title: B}]", "2:29: two movies are 'é'"),
            (
                "layouts: [{id: é, rows: 1, columns: 1}, {id: \"e\\u0301\", rows: 1, columns: 2}]",
                "2:46: two layouts are 'é'"
            ),
            (
                "layouts:\n  - id: a\n    plan: |\n      K ss\n      \u{FF2B} ss",
                "6:7: rows 'K' and '\u{FF2B}' look alike"
            ),
            (
                "layouts:\n  - id: a\n    plan: |\n      A ss\n      B ss\n      \u{410} ss",
                "7:7: rows 'A' and '\u{410}' look alike"
            ),
            ("layouts:\n  - id: a\n    plan: |\n      A\u{200D} ss", "5:7: 'A\u{200D}' is no row label"),
            ("layouts:\n  - id: a\n    plan: |\n      РЯД12 ss", "5:7: 'РЯД12' is no row label"),
            (
                "showtimes: [{id: The-opening, movie: a, auditorium: b, starts: 2026-12-13 20:30}]",
                "2:18: the 'id' of a showtime may have small letters"
            ),
            (
                "showtimes: [{id: 2026-12-13, movie: a, auditorium: b, starts: 2026-12-13 20:30}]",
                "2:18: the 'id' of a showtime has the form of a day"
            ),
            (
                "showtimes: [{id: page, movie: a, auditorium: b, starts: 2026-12-13 20:30}]",
                "2:18: the 'id' of a showtime is the address of another page"
            ),
            (
                "showtimes: [{id: 2026-12-32, movie: a, auditorium: b, starts: 2026-12-13 20:30}]",
                "2:18: the 'id' of a showtime has the form of a day"
            ),
            (
                "showtimes: [{id: \(String(repeating: "x", count: 256)), movie: a, auditorium: b, starts: 2026-12-13 20:30}]",
                "2:18: the 'id' of a showtime has 256 bytes"
            ),
        ])
    func refused(lines: String, problem: String) throws {
        let catalog = try Catalog(writingTo: temporaryPath())
        let failure = #expect(throws: ImportFailure.self) {
            try CatalogImport().run([Self.file("marquee: 1\n" + lines)], into: catalog)
        }
        #expect(
            "\(failure.map(\.description) ?? "")".contains("programme.yaml:" + problem), "\(failure?.description ?? "")"
        )
    }

    @Test("row labels of four letters are a room in any script", arguments: ["РЯД1", "ÅÄÖ1", "第1排乙"])
    func labels(label: String) throws {
        let catalog = try Catalog(writingTo: temporaryPath())
        let room = Self.document.replacing("K sss", with: "\(label) sss")
        _ = try CatalogImport().run([Self.file(room)], into: catalog)
    }

    private func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).sqlite").path
    }
}
