package import Templating

extension TemplateGuide {
    /// `docs/templates.md`
    ///
    /// - Parameter library: the templates of which it tells how they are put together.
    package func markdown(_ library: TemplateLibrary) -> String {
        let chapters =
            [Self.introduction, "## What every page can show", "", Self.code(frame)]
            + pages.flatMap { page in
                ["## \(page.kind)", "", head(of: page, library), ""]
                    + (page.model.fields.isEmpty ? [] : [Self.code(page.model)])
            } + ["## Layout and parts", "", Self.aboutParts, "", Self.parts(library)]
        return chapters.joined(separator: "\n")
    }

    private func head(of page: Page, _ library: TemplateLibrary) -> String {
        let sources = Self.sources(of: page.kind, library)
        let with = sources.isEmpty ? "" : " with \(sources.sorted().map { "`\($0)`" }.joined(separator: ", "))"
        let nothing = page.model.fields.isEmpty ? " It has nothing but what every page has." : ""
        return """
            \(page.model.meaning)\(nothing)

            Template `\(page.kind).mustache`\(with). Address, for example: `\(page.address)`
            """
    }

    private static func code(_ model: ModelDescription) -> String {
        "```\n\(ModelTree(model).lines.joined(separator: "\n"))\n```\n"
    }

    // MARK: Templates

    /// The templates that one consists of, itself aside.
    private static func sources(of name: String, _ library: TemplateLibrary) -> Set<String> {
        var found: Set<String> = []
        var open = [name]
        while let next = open.popLast(), let outline = library.outline(of: next) {
            let further = outline.partials.union(outline.parents).subtracting(found)
            found.formUnion(further)
            open += further.sorted()
        }
        return found.subtracting([name])
    }

    private static func parts(_ library: TemplateLibrary) -> String {
        let outlines = library.names.compactMap { name in library.outline(of: name).map { (name, $0) } }
        let rows = outlines.compactMap { name, outline -> String? in
            let users = outlines.filter { $1.partials.union($1.parents).contains(name) }.map(\.0)
            return users.isEmpty ? nil : "| `\(name)` | \(list(outline.blocks)) | \(list(users)) |"
        }
        return (["| Template | Its blocks | Stands in |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
