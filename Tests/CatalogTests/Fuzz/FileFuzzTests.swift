import Foundation
import Testing

@testable import CatalogImport

@Suite("Every reader of files")
struct FileFuzzTests {
    private let seed = Mutations.usualSeed

    private static let tables = [
        "no,name,length\n1,Up,96 min\n2,\"Le \"\"Mépris\"\"\",103\n", "a;b\r\n\"x\r\ny\";z\r\n", "title\rUp\rDune\r",
        "a,b\n,\n\"\",\"\"\n",
    ]
    private static let documents = [
        #"{"marquee": 1, "movies": [{"title": "Wall\u00b7E \ud83e\udd16", "year": 2008, "runtime": 98}]}"#,
        #"[{"a": [1, -2.5, 1e3, true, null, ""]}, {"b": {"c": []}}]"#,
    ]

    @Test("of CSV reads back the cells that were printed")
    func csv() throws {
        print("CSV: seed \(seed)")
        var accepted = 0
        for text in Mutations(of: Self.tables, seed: seed, count: 4_000) {
            for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
                guard let rows = try? CSVReader.read(text, separator: separator) else { continue }
                accepted += 1
                let cells = rows.map { $0.map(\.text) }
                let sign = String(UnicodeScalar(separator))
                let printed = cells.map { row in
                    row.map { "\"" + quotesDoubled($0) + "\"" }.joined(separator: sign) + "\n"
                }
                let again = try CSVReader.read(printed.joined(), separator: separator).map { $0.map(\.text) }
                #expect(again == cells, "\(text.debugDescription), seed \(seed)")
                #expect(rows.allSatisfy { $0.allSatisfy { isPlace($0.position, in: text) } })
            }
        }
        #expect(accepted > 1_000)
    }

    /// Sign by sign: a quote with an accent on it is another character to Swift.
    private func quotesDoubled(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append(contentsOf: $1 == "\"" ? ["\"", "\""] : [$1]) }
    }

    @Test("of JSON and YAML reads back the values that were printed, either as the other")
    func values() throws {
        print("JSON and YAML: seed \(seed)")
        var accepted = 0
        for text in Mutations(of: Self.documents + [SampleDocument.small], seed: seed, count: 3_000) {
            // YAML lets a mark of byte order go, wherever a text begins with it.
            guard !text.unicodeScalars.contains("\u{FEFF}") else { continue }
            for read in [JSONReader.read, readYAML] as [(String) throws -> SourceValue] {
                guard let value = try? read(text) else { continue }
                accepted += 1
                // JSON escapes are YAML escapes too, but for pairs of surrogates, which YAML has no need of.
                let asJSON = try JSONReader.read(value.json(pairs: true))
                #expect(asJSON.json(pairs: true) == value.json(pairs: true), "\(text.debugDescription), seed \(seed)")
                let asYAML = try readYAML(value.json(pairs: false))
                #expect(asYAML.json(pairs: true) == value.json(pairs: true), "\(text.debugDescription), seed \(seed)")
            }
        }
        #expect(accepted > 500)
    }

    @Test("of documents and mappings says where each problem is, and takes as JSON what it took as YAML")
    func documents() throws {
        print("documents: seed \(seed)")
        let mapping = "records: movies\nsource: a\nkey: no\nfields:\n  title: name\n  year: {column: y, take: year}\n"
        let theaters =
            "records: theaters\nsource: b\nfields: {name: n, timeZone: {constant: UTC}, auditoriums: {count: c, seats: s}}\n"
        var accepted = 0
        for text in Mutations(of: [SampleDocument.small, mapping, theaters], seed: seed, count: 1_500) {
            let file: SourceFile
            do {
                file = try SourceFile(path: "a.yaml", contents: Data(text.utf8))
                _ = try? Mapping(file)
                let records = try CatalogRecords(document: file)
                accepted += 1
                let json = try file.readValue().json(pairs: true)
                let again = try CatalogRecords(document: SourceFile(path: "a.json", contents: Data(json.utf8)))
                #expect(again.summary == records.summary, "\(text.debugDescription), seed \(seed)")
            } catch let failure as ImportFailure {
                #expect(!failure.problems.isEmpty)
                for problem in failure.problems {
                    #expect(isPlace(problem.position, in: text), "\(problem), \(text.debugDescription), seed \(seed)")
                }
            }
        }
        #expect(accepted > 50)
    }

    @Test("bears nesting, aliases and lists without end", .timeLimit(.minutes(5)))
    func depth() throws {
        let many = 100_000
        let hostile = [
            String(repeating: "[", count: many), String(repeating: "{a: ", count: many),
            String(repeating: "- ", count: many),
            String(repeating: "? ", count: many),
            (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            String(repeating: "[", count: many) + String(repeating: "]", count: many), "a: &a [*a, *a]", "&a [*a]",
            "a: \"" + String(repeating: "\\", count: many), String(repeating: "a: b\n", count: 10_000),
        ]
        for text in hostile {
            for name in ["a.yaml", "a.json"] {
                let file = try SourceFile(path: name, contents: Data(text.utf8))
                #expect(throws: ImportFailure.self, "\(text.prefix(20)) as \(name)") {
                    try CatalogRecords(document: file)
                }
            }
        }
    }

    /// Whether a line and column are those of a sign, or of the end.
    private func isPlace(_ position: Position, in text: String) -> Bool {
        let lines =
            text.utf8.count { $0 == 0x0A || $0 == 0x0D }
            + text.unicodeScalars.count { [0x85, 0x2028, 0x2029].contains($0.value) }
        return (1...lines + 2).contains(position.line) && (1...text.unicodeScalars.count + 2).contains(position.column)
    }
}

extension CatalogRecords {
    /// All that the file says, without where it says it.
    fileprivate var summary: String {
        func plain(_ value: Any) -> String {
            let mirror = Mirror(reflecting: value)
            if mirror.children.isEmpty { return "\(value)" }
            let parts = mirror.children.filter { $0.label != "position" && $0.label != "log" }.map { plain($0.value) }
            return "(" + parts.joined(separator: ",") + ")"
        }
        let showtimes = self.showtimes.map { $0.map(plain).joined(separator: "\n") } ?? "none"
        return [
            name ?? "", source, plain(ticketTypes), plain(priceCategories), plain(priceLists), plain(theaters),
            plain(movies), showtimes,
        ]
        .joined(separator: "\n")
    }
}

extension SourceValue {
    /// The value as JSON, with all that is not ASCII escaped.
    ///
    /// - Parameter pairs: whether signs beyond U+FFFF are two surrogates, as in JSON, or one number, as in YAML.
    fileprivate func json(pairs: Bool) -> String {
        switch content {
        case .nothing: "null"
        case .text(let text): Self.quoted(text, pairs)
        case .list(let items): "[" + items.map { $0.json(pairs: pairs) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { Self.quoted($0.key, pairs) + ": " + $0.value.json(pairs: pairs) }.joined(
                    separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String, _ pairs: Bool) -> String {
        func padded(_ number: UInt32, _ width: Int) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        let signs = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case " "..."~": String(scalar)
            case _ where scalar.value <= 0xFFFF: "\\u" + padded(scalar.value, 4)
            case _ where pairs: UTF16.encode(scalar).map { $0.map { "\\u" + padded(UInt32($0), 4) }.joined() } ?? ""
            default: "\\U" + padded(scalar.value, 8)
            }
        }
        return "\"" + signs.joined() + "\""
    }
}
