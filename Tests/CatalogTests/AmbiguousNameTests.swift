import Catalog
import CatalogImport
import Foundation
import TestSupport
import Testing

@Suite("A name that several things have")
struct AmbiguousNameTests {
    private static let house = """
        marquee: 1
        currency: EUR
        ticketTypes: [{id: adult}]
        theaters:
          - {id: n, name: Rex, city: Lyon, timeZone: Europe/Paris, auditoriums: [{id: x, name: M, rows: 1, columns: 1}, {id: y, name: M, rows: 1, columns: 2}, {name: Z, rows: 1, columns: 1}]}
          - {id: s, name: Rex, city: Nice, timeZone: Europe/Paris, auditoriums: [{name: M, rows: 1, columns: 1}, {id: z, name: M, rows: 1, columns: 2}]}
        movies: [{id: a, title: Carmen, year: 1915}, {id: b, title: Carmen, year: 1918}, {title: Faust}]

        """

    private let folder: TemporaryFolder
    private let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        try importing(Self.house)
        for source in ["first", "second"] {
            try importing(
                """
                marquee: 1
                source: \(source)
                currency: EUR
                priceLists: [{id: normal, prices: {adult: 9.50}}]
                movies: [{id: otello, title: Otello \(source)}]
                """)
        }
    }

    private func importing(_ text: String) throws {
        _ = try CatalogImport().run([SourceFile(path: "a.yaml", contents: Data(text.utf8))], into: catalog)
    }

    private func showtime(_ fields: String) -> String {
        "marquee: 1\nshowtimes: [{\(fields), starts: 2026-12-04 20:00}]"
    }

    @Test(
        "is not guessed: the names to choose from are told",
        arguments: [
            ("movie: a, theater: n, auditorium: M", "a.yaml:2:48: that theater has several auditoriums 'M'", "x, y"),
            (
                "movie: Carmen, theater: n, auditorium: x", "a.yaml:2:21: several movies are called 'Carmen'",
                "carmen-1915, carmen-1918"
            ),
            ("movie: otello, theater: n, auditorium: x", "several movies are called 'otello'", "otello-first"),
            ("movie: a, theater: Rex, auditorium: x", "several theaters are called 'Rex'", "rex, rex-nice"),
            ("movie: a, theater: n, auditorium: x, prices: normal", "several price lists are called 'normal'", "first"),
        ])
    func refused(fields: String, problem: String, choice: String) throws {
        let text = showtime(fields)
        let failure = #expect(throws: ImportFailure.self) { try importing(text) }
        #expect(failure?.description.contains(problem) == true, "\(failure?.description ?? "")")
        #expect(failure?.description.contains(choice) == true, "\(failure?.description ?? "")")
    }

    @Test(
        "is no harm where an id or a slug says which",
        arguments: [
            "movie: a, theater: n, auditorium: x", "movie: carmen-1918, theater: n, auditorium: y",
            "movie: Faust, theater: n, auditorium: Z", "movie: a, theater: rex, auditorium: x",
            "movie: a, theater: s, auditorium: M",
        ])
    func taken(fields: String) throws {
        try importing(showtime(fields))
    }
}
