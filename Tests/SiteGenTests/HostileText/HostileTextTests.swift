import CatalogImport
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SiteBuild

@Suite("Hostile text in the catalog")
struct HostileTextTests {
    @Test("means itself in every field and every file", arguments: HostileValue.all)
    func everyField(value: HostileValue) async throws {
        let problems = try await Self.problems(value)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test(
        "is cut where a text ends in C, and breaks nothing",
        arguments: ["cinema.name", "movie.title", "movie.synopsis", "person.name", "theater.name", "showtime.format"])
    func endOfText(field: String) async throws {
        let value = HostileValue.endOfText
        let hostile = try await Self.site(with: value.text, in: { $0.description == field })
        let problems = hostile.problems(
            comparedWith: try await Self.harmless.value, texts: [value.text, HostileSite.harmless])
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test("is noticed by this test when a template lets it through, and the field is named")
    func notices() async throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "Templates")
        try FileManager.default.copyItem(at: Repository.root.appending(path: "Templates"), to: copy)
        let theater = try folder.read("Templates/theater.mustache")
        let leaking = theater.replacing("{{description}}", with: "{{{description}}}")
        try #require(leaking != theater)
        try folder.write(leaking, to: "Templates/theater.mustache")
        let problems = try await Self.problems(HostileValue.all[0], templates: copy)
        #expect(!problems.isEmpty)
        for problem in problems { #expect(problem.hasPrefix("theater.description: theaters/")) }
    }

    @Test(
        "is no address that a page leads to, though an editor wrote it where one belongs",
        arguments: HostileValue.addresses)
    func addresses(value: HostileValue) async throws {
        let hostile = try await Self.site(linkingTo: value.text)
        // It is shown as an address, or not at all.
        let shown = hostile.problems(comparedWith: try await Self.linking.value, texts: [value.text])
        let hidden = hostile.problems(comparedWith: try await Self.notLinking.value, texts: [value.text])
        #expect(shown.isEmpty || hidden.isEmpty, "\(shown)")
    }

    @Test(
        "is no picture of a film: who reads what is wrong with it knows what to mend", arguments: HostileValue.addresses
    )
    func posters(value: HostileValue) async throws {
        do {
            _ = try await HostileSite { $0.description == "movie.poster" ? value.text : nil }
        } catch let error as BuildError {
            #expect(error.description.contains("poster"))
        }
    }

    @Test("becomes a safe file name, whatever it names", arguments: HostileValue.all + [.endOfText])
    func names(value: HostileValue) async throws {
        let named: [String: Any] = [
            "marquee": 1,
            "movies": [["title": value.text, "year": 2001, "genres": [value.text], "cast": [value.text]]],
            "theaters": [["name": value.text, "city": value.text, "timeZone": "Europe/Paris"]],
        ]
        let document = try JSONSerialization.data(withJSONObject: named, options: .sortedKeys)
        let site: SampleSite
        do {
            site = try SampleSite(document: String(decoding: document, as: UTF8.self), named: "programme.json")
        } catch let refusal as ImportFailure {
            #expect(refusal.description.contains("take it out"))
            return
        }
        try await site.build()
        for folder in ["movies", "theaters", "genres", "people"] {
            let slugs = try site.folder.names(in: "dist/\(folder)").filter { $0 != "index.html" }
            #expect(slugs.count == 1)
            for slug in slugs {
                #expect((1...80).contains(slug.utf8.count))
                #expect(slug.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }, "\(slug)")
            }
        }
    }

    // MARK: Sites

    private static let harmless = Task { try await site(with: HostileSite.harmless, in: { _ in true }) }
    private static let linking = Task { try await site(linkingTo: "https://harmless.example/") }
    private static let notLinking = Task { try await site(linkingTo: HostileSite.harmless) }

    private static func site(linkingTo text: String) async throws -> HostileSite {
        try await HostileSite { ["movie.trailer", "theater.website"].contains($0.description) ? text : nil }
    }

    private static func site(
        with text: String, in isMeant: (FreeTextField) -> Bool, templates: URL? = nil
    ) async throws -> HostileSite {
        try await HostileSite(templates: templates) { field in
            if FreeTextField.addresses.contains(field.description) { return nil }
            // The schema refuses codes that no ticket can carry.
            let isCode = ["price_category.code", "ticket_type.code"].contains(field.description)
            let isRefused = isCode && text.utf8.count > 255
            return isMeant(field) && !isRefused ? text : HostileSite.harmless
        }
    }

    /// What is wrong with a site that has the text in every field, and in which of them.
    private static func problems(_ value: HostileValue, templates: URL? = nil) async throws -> [String] {
        let harmless = try await harmless.value
        return try await problems(value, in: harmless.fields[...], templates, harmless)
    }

    /// Half of the fields at a time, until there is one.
    private static func problems(
        _ value: HostileValue, in fields: ArraySlice<FreeTextField>, _ templates: URL?, _ harmless: HostileSite
    ) async throws -> [String] {
        let found: [String]
        do {
            let hostile = try await site(with: value.text, in: { fields.contains($0) }, templates: templates)
            found =
                hostile.unsafePaths.map { "\($0) is no safe path" }
                + hostile.problems(comparedWith: harmless, texts: [value.text, HostileSite.harmless])
        } catch {
            found = ["\(error)"]
        }
        guard !found.isEmpty, fields.count > 1 else { return found.map { "\(fields.first?.description ?? ""): \($0)" } }
        let middle = fields.startIndex + fields.count / 2
        let halves =
            try await problems(value, in: fields[..<middle], templates, harmless)
            + problems(value, in: fields[middle...], templates, harmless)
        return halves.isEmpty ? found : halves
    }
}
