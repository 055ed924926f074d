import Catalog
import CatalogImport
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A latitude or longitude in a table")
struct CoordinateTableTests {
    /// What a house's row becomes, or what is said of it.
    private func position(_ latitude: String, _ longitude: String, take: String = "number") throws -> String {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writingTo: folder.path("catalog.sqlite"))
        let mapping = """
            records: theaters
            source: list
            separator: ";"
            fields:
              name: name
              timeZone: {constant: Europe/Paris}
              latitude: {column: lat, take: \(take)}
              longitude: {column: long, take: \(take)}
            """
        let table = "name;lat;long\nRex;\"\(latitude)\";\"\(longitude)\"\n"
        do {
            _ = try CatalogImport(mapping: Mapping(SourceFile(path: "m.yaml", contents: Data(mapping.utf8))))
                .run([SourceFile(path: "t.csv", contents: Data(table.utf8))], into: catalog)
        } catch let failure as ImportFailure {
            return failure.description
        }
        return try catalog.read {
            try String.fetchOne($0, sql: "SELECT latitude || ' ' || longitude FROM theater") ?? ""
        }
    }

    @Test(
        "is read with the direction that stands beside it",
        arguments: [
            ("33.9", "18.4", "33.9 18.4"), ("-33.9", "-18.4", "-33.9 -18.4"), ("−33.9", "+18.4", "-33.9 18.4"),
            ("33.9 S", "18.4 E", "-33.9 18.4"), ("33.9S", "18.4W", "-33.9 -18.4"), ("33.9° n", "18.4° w", "33.9 -18.4"),
            ("S 33.9", "W18.4°", "-33.9 -18.4"), ("33.9 South", "18.4 West", "-33.9 -18.4"),
            ("North 33.9", "18.4 degrees EAST", "33.9 18.4"), ("33.9 deg. S.", "18.4º E", "-33.9 18.4"),
        ])
    func read(latitude: String, longitude: String, position: String) throws {
        #expect(try self.position(latitude, longitude) == position)
    }

    @Test(
        "is refused with its place where a word or a sign beside it is not understood",
        arguments: [
            "33.9 ю.ш.", "33.9 южной широты", "33.9 Süd", "33.9 sur", "33.9 O", "33.9 E", "33.9 W", "33.9 x", "-33.9 S",
            "-33.9 N", "S -33.9", "33.9 N S", "N 33.9 S", "33.9 %", "33.9 km", "33.9'", "33° 54'", "33,9", "1.2k",
            "南緯33.9",
            "33.9 south-west", "−", "-", "33.9-", "33.9 approx.", "ca. 33.9", "33.9°°", "33.9 N 18.4 E", "95 S",
            "(33.9)",
            "33.9 ν.", "33.9 S!", "33.9 ,S", "$33.9", "№ 33.9", "33.9 Ｓ?",
        ])
    func refused(text: String) throws {
        let problem = try position(text, "18.4")
        #expect(
            problem.hasPrefix("t.csv:2:5: 'latitude' must be a number from -90.0 to 90.0, not '"), "\(text): \(problem)"
        )
        #expect(
            problem.hasSuffix("; south of the equator it is below zero, such as -33.9, or 33.9 S in a table"),
            "\(problem)")
    }

    @Test("takes no direction of the other axis", arguments: ["18.4 N", "18.4 south", "S18.4", "18.4 в.д.", "18.4 o"])
    func longitude(text: String) throws {
        let problem = try position("33.9", text)
        #expect(problem.contains("'longitude' must be a number from -180.0 to 180.0"), "\(problem)")
        #expect(
            problem.hasSuffix("; west of Greenwich it is below zero, such as -71.2, or 71.2 W in a table"), "\(problem)"
        )
    }

    @Test("is a plain number where no part of the cell is asked for")
    func whole() throws {
        #expect(try position("-33.9", "18.4", take: "all") == "-33.9 18.4")
        #expect(try position("33.9 S", "18.4", take: "all").hasPrefix("t.csv:2:5: 'latitude' must be a number"))
    }
}
