import Catalog
import CatalogImport
import Cinema
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A table of any form")
struct TableFormTests {
    private let folder: TemporaryFolder
    private let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
    }

    private static let mapping =
        "records: movies\nsource: list\nkey: no\nfields: {title: name, runtime: {column: length, take: minutes}}"

    private func importing(_ table: String, as name: String = "films.csv", mapping: String = Self.mapping) throws {
        let mapping = try Mapping(SourceFile(path: "mapping.yaml", contents: Data(mapping.utf8)))
        _ = try CatalogImport(mapping: mapping)
            .run([SourceFile(path: name, contents: Data(table.utf8))], into: catalog)
    }

    private func titles() throws -> [String] {
        try catalog.read { try String.fetchAll($0, sql: "SELECT title FROM movie ORDER BY title") }
    }

    private func problems(
        _ table: String, as name: String = "films.csv", mapping: String = Self.mapping
    ) throws -> String {
        try #require(throws: ImportFailure.self) { try importing(table, as: name, mapping: mapping) }.description
    }

    @Test(
        "has the line ends of any system",
        arguments: ["\n", "\r\n", "\r"].flatMap { first in ["\n", "\r\n", "\r"].map { (first, $0) } })
    func lineEnds(first: String, second: String) throws {
        try importing("no,name,length\(first)1,Up,96 min\(second)2,\"WALL\n·E\",98 min\(first)")
        #expect(try titles() == ["Up", "WALL ·E"])
        // The line is counted in the same way for problems.
        #expect(try problems("no,name,length\(first)1,Up,96 min\(second)2,Dune,long").hasPrefix("films.csv:3:8:"))
    }

    @Test("in JSON Lines has one object on each line", arguments: ["films.jsonl", "films.ndjson"])
    func lines(name: String) throws {
        let table =
            "{\"no\": 1, \"name\": \"Up\", \"length\": 96}\n\n{\"no\": 2, \"name\": \"Dune\", \"length\": \"2h\"}\n"
        try importing(table, as: name)
        #expect(try titles() == ["Dune", "Up"])
        #expect(
            try problems(table, as: "films.json").contains("films.json:3:1: nothing may follow the JSON value; a file"))
        #expect(try problems("{} {}", as: name) == "\(name):1:4: each line must have one JSON value alone")
        #expect(try problems("{}\n[]", as: name) == "\(name):2:1: a row must be an object, this is a list")
    }

    @Test(
        "that says nothing is an error",
        arguments: [
            ("", "films.csv", "films.csv:1:1: is empty"), ("\n\n", "films.csv", "films.csv:1:1: is empty"),
            ("\u{FEFF}", "films.csv", "films.csv:1:1: is empty"),
            ("no,name,length\n", "films.csv", "films.csv:1:1: has a header, and no rows"),
            ("no,name,length\u{2028}1,Up,96", "films.csv", "mapping.yaml:4:41: films.csv has no column 'length'"),
            ("[]", "films.json", "films.json:1:1: has no rows"), ("", "films.jsonl", "films.jsonl:1:1: has no rows"),
            ("", "films.json", "films.json:1:1: the JSON ends too early"),
            ("", "films.yaml", "films.yaml:1:1: a table must be a list of objects, this is nothing"),
        ])
    func nothing(table: String, name: String, problem: String) throws {
        #expect(try problems(table, as: name).hasPrefix(problem))
    }

    @Test("none of whose rows is asked for is an error")
    func condition() throws {
        let mapping = "records: movies\nsource: list\nwhere: {kind: film}\nfields: {title: name}"
        #expect(
            try problems("kind,name\nFilm,Up\n", mapping: mapping)
                == "mapping.yaml:3:9: no row of the tables is what 'where' asks for")
    }

    @Test(
        "with another separator than its mapping says is told so",
        arguments: [
            ("no;name;length\n1;Up;96\n", "\";\""), ("no\tname\tlength\n1\tUp, a\t96\n", "\"\\t\""),
            ("no|name|length\n1|Up|96\n", "\"|\""),
        ])
    func separators(table: String, sign: String) throws {
        #expect(try problems(table).contains("its separator seems to be \(sign), not \",\""))
        let other = "no,name,length\n1,Up,96\n"
        #expect(
            try problems(other, mapping: "separator: ';'\n" + Self.mapping).hasPrefix(
                "mapping.yaml:1:12: the header of films.csv is one cell; its separator seems to be \",\", not \";\""))
    }

    @Test(
        "that names a column twice is refused if that column is used",
        arguments: ["no,name,name,length", "no,no,name,length"])
    func doubled(header: String) throws {
        #expect(try problems(header + "\n1,Up,Up,96\n").contains("twice; give one of them another name"))
        try importing("no,x,x,name,length\n1,,,Up,96\n")
        #expect(try titles() == ["Up"])
    }

    @Test("in JSON may not have one key twice, nor be more lenient than JSON is")
    func strictJSON() throws {
        let wrong: [(String, String)] = [
            (#"[{"no": 1, "name": "A", "no": 2}]"#, "1:25: this object has the key \"no\" twice"),
            (#"[{"no": 1,}]"#, "1:11: no comma may stand before the last bracket"),
            (#"[1,]"#, "1:4: no comma may stand before the last bracket"),
            (#"[{"no": 01}]"#, "1:9: '01' is no JSON value"), (#"[{"no": 0x10}]"#, "'0x10' is no JSON value"),
            (#"[{"no": -inf}]"#, "'-inf' is no JSON value"), (#"[{"no": 1.}]"#, "'1.' is no JSON value"),
            (#"[{"no": +1}]"#, "'+1' is no JSON value"), (#"[{"no": .5}]"#, "'.5' is no JSON value"),
            (#"[{"no": "\u+123"}]"#, "four hexadecimal digits"), (#"[{"no": "\ud800"}]"#, "half a surrogate pair"),
            ("[{\"no\": 1}] // films", "nothing may follow"), ("\u{B}[]", "is no JSON value"),
        ]
        for (table, problem) in wrong {
            #expect(try problems(table, as: "films.json").contains(problem), "\(table)")
        }
    }

    @Test(
        "whose name says that it is CSV, and is not, is told",
        arguments: [
            ("[{\"no\": 1}]", "films.csv", "seems to be JSON"), ("<html>", "films.txt", "seems to be XML or HTML"),
            ("{\"type\": \"FeatureCollection\"}", "films.geojson", "GeoJSON is not read"),
        ])
    func names(table: String, name: String, problem: String) throws {
        #expect(try problems(table, as: name).contains(problem))
    }

    @Test("without a mapping is no catalog document")
    func noMapping() throws {
        for name in ["films.csv", "films.tsv", "films.jsonl"] {
            let failure = try #require(throws: ImportFailure.self) {
                try CatalogImport().run([SourceFile(path: name, contents: Data("a,b\n1,2\n".utf8))], into: catalog)
            }
            #expect(failure.description.contains("give its --mapping"))
        }
    }

    @Test("lists twenty problems, and says how many more there are")
    func many() throws {
        let rows = (1...25).map { "\($0),Film \($0),long\n" }.joined()
        let lines = try problems("no,name,length\n" + rows).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.last == "films.csv: and 5 more problems")
        #expect(
            try problems("no,name,length\n" + rows.split(separator: "\n").prefix(21).joined(separator: "\n")).hasSuffix(
                "and 1 more problem"))
    }

    @Test(
        "that knows the seats of a house writes their number as people do",
        arguments: ["1,250", "1 250", "1.250", "1'250", "1\u{A0}250", "1250.0"])
    func seats(total: String) throws {
        let mapping = """
            records: theaters
            source: list
            separator: ";"
            fields: {name: n, timeZone: {constant: Europe/Paris}, auditoriums: {count: screens, seats: seats}}
            """
        try importing("n;screens;seats\nRex;5;\(total)\n", as: "theaters.csv", mapping: mapping)
        let programme = try catalog.programme(at: .distantPast)
        #expect(programme.auditoriums.count == 5)
        #expect((250...270).contains(programme.layouts[0].seats.seatCount))
        for wrong in ["1,25", "many", "-4", "1e3"] {
            #expect(
                try problems("n;screens;seats\nRex;5;\(wrong)\n", as: "theaters.csv", mapping: mapping).hasPrefix(
                    "theaters.csv:2:7: 'seats' must be a whole number"))
        }
        #expect(
            try problems("n;screens;seats\nRex;101;1000\n", as: "theaters.csv", mapping: mapping).hasPrefix(
                "theaters.csv:2:5: 'screens' must be a whole number up to 100"))
    }

    @Test("that begins with a note for Excel is read after it")
    func excel() throws {
        let mapping = "separator: ';'\n" + Self.mapping
        try importing("sep=;\r\nno;name;length\r\n1;Up;96\r\n", mapping: mapping)
        #expect(try titles() == ["Up"])
        #expect(try problems("sep=;\nno;name;length\n1;Up;long\n", mapping: mapping).hasPrefix("films.csv:3:6:"))
        #expect(try problems("sep=;\nno;name\n") == "films.csv:1:1: the file says that its separator is \";\"")
    }

    @Test(
        "has a mapping whose mistakes are told where it stands",
        arguments: [
            ("{title: name, languages: {constant: no}}", "m.yaml:4:45: 'no' without quotes"),
            ("{title: name, year: {constant: 99}}", "m.yaml:4:40: 'year' must be a whole number"),
            ("{title: name, id: no}", "m.yaml:3:6: the 'id' is made of 'key'"),
            ("{title: {column: name, split: \"\"}}", "m.yaml:4:39: 'split' must be the text to cut at"),
        ])
    func mistakes(fields: String, problem: String) throws {
        let text = "records: movies\nsource: list\nkey: no\nfields: \(fields)"
        let failure = try #require(throws: ImportFailure.self) {
            try Mapping(SourceFile(path: "m.yaml", contents: Data(text.utf8)))
        }
        #expect(failure.problems.count == 1)
        #expect(failure.description.hasPrefix(problem))
    }

    @Test("with control characters says so without sending them to the terminal")
    func printable() throws {
        let problem = try problems("[{\"\\u001b[2J\": 1, \"no\": \"a\\n\\u202e\"}]", as: "films.json")
        #expect(problem.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!problem.contains("\u{202E}"))
    }
}
