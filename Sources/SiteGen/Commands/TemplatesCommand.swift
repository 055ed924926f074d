import ArgumentParser
import Foundation
import Settings
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

    @Option(help: "The folder of the templates. Default: Templates. Environment: MARQUEE_TEMPLATES.")
    var templates: String?

    func validate() throws {
        try GivenPath.require(templates, "--templates")
        guard page == nil || !markdown else {
            throw ValidationError("--markdown prints all pages; leave out '\(page ?? "")'")
        }
    }

    func run() throws {
        let guide = try TemplateGuide()
        if markdown {
            let folder = templates ?? Settings().value(for: "templates") ?? "Templates"
            print(guide.markdown(try TemplateLibrary(folder: URL(filePath: folder))), terminator: "")
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
}
