import ArgumentParser
import Catalog
import DemoCatalog
import Foundation
import Settings
import SitePages
import Templating

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Lists what each page can show: the names that its template may use.",
        discussion: "Values are those of the demo cinema. docs/templates.md is the same as a document.")

    @Argument(help: "A page from the list, such as 'movie'. Default: the list of pages.")
    var page: String?

    @Flag(help: "Prints all of it as a Markdown document, with how the templates are put together.")
    var markdown = false

    @Option(CommandSettings.templates) var templates: String?

    func validate() throws {
        try GivenPath.require(templates, "--templates")
        guard page == nil || !markdown else {
            throw ValidationError("--markdown prints all pages; leave out '\(page ?? "")'")
        }
    }

    func run() throws {
        let guide = try Self.guide()
        if markdown {
            let folder = URL(filePath: Settings().text(CommandSettings.templates, templates) ?? "")
            print(guide.markdown(try TemplateLibrary(folder: folder)), terminator: "")
        } else if let page {
            let page = try guide.page(page)
            print("\(page.kind): \(page.model.meaning) For example \(page.address)\n")
            print(
                (ModelTree(page.model).lines + ["", "and on every page"] + ModelTree(guide.frame).lines)
                    .joined(separator: "\n"))
        } else {
            for page in guide.pages {
                let name = page.kind + String(repeating: " ", count: max(2, 12 - page.kind.count))
                print("\(name)\(page.model.meaning)")
            }
        }
    }

    /// The guide, with values of the demo cinema on 21 November 2026, at noon.
    static func guide() throws -> TemplateGuide {
        let now = Date(timeIntervalSince1970: 1_795_262_400)
        let catalog = FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: catalog) }
        _ = try DemoCatalog(days: 2, now: now).write(to: catalog)
        return try Catalog(readingFrom: catalog).read(at: now) { try TemplateGuide(showing: $0) }
    }
}
