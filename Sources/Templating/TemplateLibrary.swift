package import Foundation

/// All templates of a folder, by name: `Templates/parts/day.mustache` is `parts/day`.
package struct TemplateLibrary: Sendable {
    private let sources: [String: [TemplateNode]]
    private let folder: String

    /// Reads every template of the folder, those in folders below it too.
    ///
    /// - Throws: ``TemplateError`` for a template that is not well formed; ``TemplateFolderError`` for the folder.
    package init(folder: URL) throws {
        self.folder = folder.relativePath
        let suffix = ".mustache"
        guard let names = FileManager.default.enumerator(atPath: folder.path) else {
            throw TemplateFolderError(folder: folder.relativePath)
        }
        var sources: [String: [TemplateNode]] = [:]
        for case let name as String in names where name.hasSuffix(suffix) {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let file = "\(folder.relativePath)/\(name)"
            sources[String(name.dropLast(suffix.count))] = try TemplateParser.parse(text, file: file)
        }
        guard !sources.isEmpty else { throw TemplateFolderError(folder: folder.relativePath) }
        self.sources = sources
    }

    /// The templates given as text, by name.
    ///
    /// - Throws: ``TemplateError``.
    package init(texts: [String: String]) throws {
        folder = ""
        sources = try texts.reduce(into: [:]) { sources, entry in
            sources[entry.key] = try TemplateParser.parse(entry.value, file: "\(entry.key).mustache")
        }
    }

    /// Binds a template to the models that ``Template/render(_:)`` will be given.
    ///
    /// - Throws: ``TemplateError`` for a name that no model has, a template that is not there.
    package func template(_ name: String, _ models: any TemplateModel.Type...) throws -> Template {
        try template(name, models.map { Schema($0) })
    }

    func template(_ name: String, _ schemas: [Schema]) throws -> Template {
        guard let source = sources[name] else {
            throw TemplateError(
                file: "\(folder)/\(name).mustache", line: 1, column: 1, message: "this template is missing")
        }
        let context = TemplateBinder.Context(scopes: schemas.map { .model($0) })
        return Template(try TemplateBinder(sources: sources).bind(source, context))
    }
}

package struct TemplateFolderError: Error, CustomStringConvertible {
    package let folder: String

    package var description: String { "\(folder): there are no templates; name their folder with --templates" }
}
