import Files
package import Foundation
package import Words

/// All templates of a folder, by name: `Templates/parts/day.mustache` is `parts/day`.
package struct TemplateLibrary: Sendable {
    private struct Source {
        let text: String
        let nodes: [TemplateNode]
    }

    private let sources: [String: Source]
    private let folder: String
    /// What templates name as `words`.
    package let words: WordTable

    /// Reads every template of the folder, those in folders below it too, and its table of words.
    ///
    /// - Throws: ``TemplateError`` for a template that is not well formed; ``WordError`` for the table;
    ///   ``TemplateFolderError`` for the folder; ``FileError`` for what cannot be read in it, or is no file.
    package init(folder: URL) throws {
        self.folder = folder.relativePath
        let suffix = ".mustache"
        guard FileStamp(following: folder.path)?.isFolder == true else {
            throw TemplateFolderError(folder: folder.relativePath)
        }
        let tree = try FolderTree(of: folder.path, named: folder.relativePath) { path in
            path.split(separator: "/").last?.hasPrefix(".") == true
        }
        var sources: [String: Source] = [:]
        for name in tree.files.map(\.path) where name.hasSuffix(suffix) {
            let file = "\(folder.relativePath)/\(name)"
            let text = try UTF8Text.read(try Files.read("\(folder.path)/\(name)"), file: file)
            let nodes = try TemplateParser.parse(text, file: file)
            sources[String(name.dropLast(suffix.count))] = Source(text: text, nodes: nodes)
        }
        guard !sources.isEmpty else { throw TemplateFolderError(folder: folder.relativePath) }
        self.sources = sources
        words = try WordTable(inTemplates: folder)
    }

    /// The templates given as text, by name.
    ///
    /// - Throws: ``TemplateError``.
    package init(texts: [String: String], words: WordTable = .empty) throws {
        folder = ""
        self.words = words
        var sources: [String: Source] = [:]
        for (name, text) in texts {
            sources[name] = Source(text: text, nodes: try TemplateParser.parse(text, file: "\(name).mustache"))
        }
        self.sources = sources
    }

    /// The names of all templates, sorted.
    package var names: [String] { sources.keys.sorted() }

    func nodes(of name: String) -> [TemplateNode]? { sources[name]?.nodes }

    /// A template as it is written; `nil` if there is none of that name.
    package func text(of name: String) -> String? {
        sources[name]?.text
    }

    /// Binds a template to the model that ``Template/render(_:)`` will be given.
    ///
    /// - Throws: ``TemplateError`` for a name that the model has not, a template that is not there.
    package func template<Model: TemplateModel>(_ name: String, _ model: Model.Type) throws -> Template<Model> {
        Template(bound: try bind(name, [Schema(model)]))
    }

    /// Binds a template to the models that ``FramedTemplate/render(_:_:)`` will be given.
    ///
    /// - Throws: ``TemplateError`` for a name that no model has, a template that is not there.
    package func template<Frame: TemplateModel, Page: TemplateModel>(
        _ name: String, _ frame: Frame.Type, _ page: Page.Type
    ) throws -> FramedTemplate<Frame, Page> {
        FramedTemplate(bound: try bind(name, [Schema(frame), Schema(page)]))
    }

    func bind(_ name: String, _ schemas: [Schema]) throws -> BoundTemplate {
        guard let source = sources[name] else {
            throw TemplateError(
                file: "\(folder)/\(name).mustache", line: 1, column: 1, message: "this template is missing")
        }
        var binder = TemplateBinder(templates: sources.mapValues(\.nodes), words: words, name: name)
        let program = try binder.program(source.nodes, schemas)
        return BoundTemplate(program: program, sources: binder.used, words: binder.usedWords)
    }
}

package struct TemplateFolderError: Error, CustomStringConvertible {
    package let folder: String

    package var description: String { "\(folder): there are no templates; name their folder with --templates" }
}
