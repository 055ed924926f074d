package import Templating

/// The templates of a site, bound to the models that they show: every kind of page with its own.
package struct SiteTemplates: Sendable {
    let kinds: [any PageKind]
    /// The names of the templates that the pages of a kind are made with, by the name of the kind.
    private let sources: [String: Set<String>]
    /// The keys of the words that stand in them, by the name of the kind.
    private let wordsOfKinds: [String: Set<String>]
    /// The texts of all of them and of their partials and parents, by name.
    package let texts: [String: String]

    /// - Throws: ``TemplateError`` if any template does not fit its model.
    package init(_ library: TemplateLibrary) throws {
        var sources: [String: Set<String>] = [:]
        var words: [String: Set<String>] = [:]
        kinds = try PageKinds.all.map { type in
            let templates = KindTemplates(library)
            let kind = try type.init(templates)
            sources[type.name] = templates.sources
            words[type.name] = templates.words
            return kind
        }
        self.sources = sources
        wordsOfKinds = words
        texts = Dictionary(
            sources.values.joined().map { ($0, library.text(of: $0) ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the templates that the pages of a kind are made with.
    package func sources(of kind: String) -> Set<String> { sources[kind] ?? [] }

    /// The keys of the words that stand in any template, sorted.
    package var words: [String] { Set(wordsOfKinds.values.joined()).sorted() }

    /// The keys of the words that stand in them.
    package func words(of kind: String) -> Set<String> { wordsOfKinds[kind] ?? [] }
}

/// Binds the templates of one kind of page, and notes what they are put together from.
final class KindTemplates {
    private let library: TemplateLibrary
    private(set) var sources: Set<String> = []
    private(set) var words: Set<String> = []

    init(_ library: TemplateLibrary) {
        self.library = library
    }

    func bind<Page: TemplateModel>(_ template: PageTemplate) throws -> FramedTemplate<Frame, Page> {
        let bound = try library.template(template.name, Frame.self, Page.self)
        sources.formUnion(bound.sources)
        words.formUnion(bound.words)
        return bound
    }
}
