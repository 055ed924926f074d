import Foundation
import Templating
import TestSupport
import Testing

@testable import SiteGen
@testable import SitePages

/// Where a change is meant, `MARQUEE_UPDATE_GOLDEN=1 swift test --filter TemplateGuideTests` writes `docs/templates.md`
/// anew.
@Suite("The guide to the templates")
struct TemplateGuideTests {
    private let guide: TemplateGuide

    init() throws {
        guide = try TemplatesCommand.guide()
    }

    @Test("is what docs/templates.md says")
    func document() throws {
        let library = try TemplateLibrary(folder: Repository.root.appending(path: "Templates"))
        let file = Repository.root.appending(path: "docs/templates.md")
        let actual = guide.markdown(library)
        if ProcessInfo.processInfo.environment["MARQUEE_UPDATE_GOLDEN"] == "1" { try Data(actual.utf8).write(to: file) }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(actual.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(
            actual == expected,
            """
            docs/templates.md does not say what the models have: it says '\(difference?.1 ?? "")' where \
            '\(difference?.0 ?? "")' belongs. MARQUEE_UPDATE_GOLDEN=1 swift test --filter TemplateGuideTests writes it.
            """)
    }

    @Test("has every kind of page, and every template of a page")
    func pages() throws {
        #expect(guide.pages.map(\.kind) == PageKinds.templates.map(\.name))
        let templates = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Templates").path
        ).filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(".mustache".count)) }
        #expect(Set(guide.pages.map(\.kind)).union(["layout"]) == Set(templates))
    }

    @Test("says what each model stands for")
    func meanings() {
        var missing: [String] = []
        func look(_ model: ModelDescription, _ path: String) {
            if model.meaning.isEmpty { missing.append(path) }
            for field in model.fields { if let model = field.model { look(model, "\(path).\(field.name)") } }
        }
        look(guide.frame, "every page")
        for page in guide.pages { look(page.model, page.kind) }
        #expect(missing.isEmpty, "say in ModelMeanings.swift what these are")
    }

    @Test("has a value for almost every text")
    func examples() {
        var (texts, known) = (0, 0)
        func look(_ model: ModelDescription) {
            for field in model.fields where field.kind == .text {
                texts += 1
                known += field.example.isEmpty ? 0 : 1
            }
            for field in model.fields { if let model = field.model { look(model) } }
        }
        for page in guide.pages { look(page.model) }
        #expect(Double(known) > 0.8 * Double(texts), "\(known) of \(texts)")
    }

    @Test("is printed by 'sitegen templates', page by page, also beside templates that are broken")
    func command() throws {
        let folder = try TemporaryFolder()
        try folder.write("{{#a}}", to: "Templates/movie.mustache")
        func run(_ arguments: String...) throws -> Program.Result {
            try Program("sitegen").run(arguments, in: folder.url)
        }
        #expect(try run("templates").output.contains("\nmovie       A film, and when it is shown.\n"))
        let movie = try run("templates", "movie")
        #expect(movie.output.contains("\n  title "))
        #expect(movie.exitCode == 0)
        let nothing = try run("templates", "film")
        #expect(nothing.exitCode != 0)
        #expect(nothing.errors.hasPrefix("there is no page 'film'; the pages are home, days, search,"))
        #expect(try run("templates", "--markdown").errors.contains("'a' is opened here but never closed"))
    }
}
