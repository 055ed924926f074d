import Catalog
import CatalogImport
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Importing a table")
struct TableImportTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    private let mapping = """
        records: movies
        source: list
        separator: ";"
        where: {kind: film}
        key: no
        fields:
          title: name
          year: {column: released, take: year}
          runtime: {column: length, take: minutes}
          genres: {column: tags, split: "|"}
          certificate: {constant: PG}
        """

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
    }

    @discardableResult
    private func importing(
        _ table: String, as name: String = "films.csv", mapping: String? = nil
    ) throws
        -> CatalogImport.Summary
    {
        let mapping = try Mapping(
            SourceFile(path: "mapping.yaml", contents: Data((mapping ?? self.mapping).utf8)))
        return try CatalogImport(mapping: mapping)
            .run([SourceFile(path: name, contents: Data(table.utf8))], into: catalog)
    }

    @Test("takes columns, lists, years and lengths as its mapping says")
    func imports() throws {
        try importing(
            "\u{FEFF}no;kind;name;released;length;tags\r\n"
                + "1;film;\"Le \"\"Mépris\"\"; deux\";31 March 1963;1 h 43 min;Drama| Romance\r\n"
                + "2;series;Twin Peaks;1990;47 min;\r\n3;film;Up;2009;96 min;\r\n")
        let programme = try catalog.programme(at: .distantPast)
        #expect(programme.movies.map(\.title) == ["Le \"Mépris\"; deux", "Up"])
        #expect(programme.movies.map(\.year) == [1963, 2009])
        #expect(programme.movies.map(\.runtime) == [103, 96])
        #expect(programme.movies.map(\.certificate) == ["PG", "PG"])
        #expect(programme.movies[0].genres.map(\.name) == ["Drama", "Romance"])
    }

    @Test(
        "takes no number of hours or seconds for one of minutes",
        arguments: ["2 h", "2 hours", "90 s", "1 Season", "2 std"])
    func otherUnits(length: String) throws {
        let mapping = "records: movies\nsource: list\nfields: {title: t, runtime: {column: r, take: number}}"
        let failure = try #require(throws: ImportFailure.self) {
            try importing("t,r\nUp,\(length)\n", mapping: mapping)
        }
        #expect(
            failure.description
                == "films.csv:2:4: 'runtime' must be a whole number from 1 to 1440, not '\(length)'")
        try importing("t,r\nUp,93 min\nOver,94.0\n", mapping: mapping)
        #expect(try catalog.programme(at: .distantPast).movies.map(\.runtime) == [94, 93])
    }

    @Test("of JSON objects keeps their lists, and rows that are the same to the letter")
    func json() throws {
        let mapping = "records: movies\nsource: list\nkey: [t, y]\nfields: {title: t, year: y, cast: people}"
        let row = #"{"t": "Carmen", "y": 1915, "people": ["Theda Bara"], "more": {"is": "ignored"}}"#
        try importing("[\(row),\n\(row)]", as: "films.json", mapping: mapping)
        try importing("[\(row),\n\(row)]", as: "films.json", mapping: mapping)
        let programme = try catalog.programme(at: .distantPast)
        #expect(programme.movies.map(\.slug) == ["carmen-1915", "carmen-1915-2"])
        #expect(programme.people.map(\.name) == ["Theda Bara"])
    }

    @Test("makes up auditoriums of equal size from their number and the seats of the house")
    func auditoriums() throws {
        let mapping = """
            records: theaters
            source: list
            fields: {name: n, timeZone: {constant: Europe/Paris}, auditoriums: {count: screens, seats: seats}}
            """
        try importing("n,screens,seats\nRex,3.0,450.0\nBus,,\n", as: "theaters.csv", mapping: mapping)
        let programme = try catalog.programme(at: .distantPast)
        #expect(programme.auditoriums.map(\.name) == ["Screen 1", "Screen 2", "Screen 3"])
        #expect((150...165).contains(programme.layouts[0].seats.seatCount))
        #expect(programme.theaters.count == 2)
    }

    @Test(
        "says what is wrong with the table, and where",
        arguments: [
            (
                "no;kind;name;released;length;tags\n1;film;A;1963;90 min\n",
                "films.csv:2:1: this row has 5 cells, the header has 6"
            ),
            (
                "no;kind;name;released;length;tags\n1;film;\"A;1963;90 min;x\n",
                "films.csv:2:8: this quoted cell is never closed"
            ),
            (
                "no;kind;name;released;length;tags\n1;film;A;1963;ages;x\n",
                "films.csv:2:15: 'runtime' must be a whole number from 1 to 1440, not 'ages'"
            ),
            ("no;kind;name;released;length;tags\n1;film;;1963;90 min;x\n", "films.csv:2:1: 'title' is missing"),
            (
                "no;kind;nam;released;length;tags\n1;film;A;1963;90 min;x\n",
                "mapping.yaml:7:10: films.csv has no column 'name'; do you mean 'nam'?"
            ),
        ])
    func problems(table: String, problem: String) throws {
        let failure = try #require(throws: ImportFailure.self) { try importing(table) }
        #expect(failure.problems.map(\.description) == [problem])
        #expect(try catalog.programme(at: .distantPast).movies.isEmpty)
    }

    @Test(
        "says what is wrong with JSON, and where",
        arguments: [
            ("[{\"t\": \"A\"},\n {\"t\" \"B\"}]", "films.json:2:7: expected ':' after the key \"t\""),
            ("[{\"t\": tru}]", "films.json:1:8: 'tru' is no JSON value"),
            ("[{\"t\": \"A\"}", "films.json:1:12: expected ',' or ']'"),
            ("[{\"t\": \"A", "films.json:1:8: this string is never closed"),
            ("[{\"t\": \"\\ud800\"}]", "films.json:1:15: half a surrogate pair"),
            ("{\"t\": 1}", "films.json:1:1: a table must be a list of objects, this is a mapping"),
        ])
    func jsonProblems(table: String, problem: String) throws {
        let mapping = "records: movies\nsource: list\nfields: {title: t}"
        let failure = try #require(throws: ImportFailure.self) {
            try importing(table, as: "films.json", mapping: mapping)
        }
        #expect(failure.problems.map(\.description) == [problem])
    }

    @Test("names the field that a mapping misspells")
    func mappingProblem() throws {
        let failure = try #require(throws: ImportFailure.self) {
            try importing("name\nUp\n", mapping: "records: movies\nsource: list\nfields:\n  titel: name\n")
        }
        #expect(
            failure.problems.map(\.description) == [
                "mapping.yaml:4:3: 'titel' is no field of movies; do you mean 'title'?"
            ])
    }

    @Test("of JSON that is nested without end is refused before memory runs out")
    func deepJSON() throws {
        let failure = try #require(throws: ImportFailure.self) {
            try importing(
                String(repeating: "[", count: 100_000), as: "films.json",
                mapping: "records: movies\nsource: list\nfields: {title: t}")
        }
        #expect(failure.problems.map(\.description) == ["films.json:1:257: the JSON is nested too deeply"])
    }

    @Test("that is not UTF-8 says on which line")
    func encoding() throws {
        let failure = try #require(throws: ImportFailure.self) {
            try SourceFile(path: "films.csv", contents: Data("name\nUp\nAm".utf8) + Data([0xE9, 0x6C]))
        }
        #expect(failure.problems.map(\.description) == ["films.csv:3:3: is not UTF-8 text; save it as UTF-8"])
    }

    @Test(
        "of every sample set works, twice, with the mapping that comes with Marquee",
        .enabled(if: Repository.sampleData != nil))
    func samples() throws {
        let data = try #require(Repository.sampleData)
        let names = try FileManager.default.contentsOfDirectory(atPath: data.appending(path: "movies").path).sorted()
        let films = try names.filter { $0.hasPrefix("movies-") }
            .map { try SourceFile(path: data.appending(path: "movies/\($0)").path) }
        func mapping(_ name: String) throws -> Mapping {
            try Mapping(SourceFile(path: Repository.root.appending(path: "examples/mappings/\(name).yaml").path))
        }
        let first = try CatalogImport(mapping: mapping("wikipedia-films")).run(films, into: catalog)
        #expect(first.newMovies == 36_273)
        let second = try CatalogImport(mapping: mapping("wikipedia-films")).run(films, into: catalog)
        #expect(second.movies == 36_273)
        #expect(second.newMovies == 0)
        let disney = try SourceFile(path: data.appending(path: "movies/disney_plus_movies.csv").path)
        #expect(
            try CatalogImport(mapping: mapping("disney-plus-films")).run([disney], into: catalog).newMovies == 1_051)
        let cinemas = try SourceFile(path: data.appending(path: "cinemas/etablissements-cinematographiques.csv").path)
        #expect(
            try CatalogImport(mapping: mapping("french-cinemas")).run([cinemas], into: catalog).newTheaters == 2_061)
        let rooms = try catalog.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM auditorium") }
        #expect(rooms == 6_298)
    }
}
