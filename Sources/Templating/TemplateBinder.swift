import Text
import Words

/// Looks up every name of a template in the models that it will be shown with.
struct TemplateBinder {
    private let templates: [String: [TemplateNode]]
    let words: WordTable
    /// The names of the templates that were needed.
    private(set) var used: Set<String>
    /// The keys of the words that were needed.
    var usedWords: Set<String> = []
    private let name: String

    /// - Parameter name: of the template that is to be bound.
    init(templates: [String: [TemplateNode]], words: WordTable, name: String) {
        self.templates = templates
        self.words = words
        self.name = name
        used = [name]
    }

    /// - Throws: ``TemplateError`` for a name that no model has, or that cannot be used as it is.
    mutating func program(_ nodes: [TemplateNode], _ models: [Schema]) throws -> Program {
        var builder = ProgramBuilder(modelCount: models.count)
        let scopes = models.enumerated().map { index, schema in
            TemplateScope(content: .model(schema), place: Place(scope: index, offset: 0))
        }
        try bind(nodes, TemplateContext(scopes: scopes, templates: [name]), &builder)
        return builder.finish()
    }

    mutating func bind(
        _ nodes: [TemplateNode], _ context: TemplateContext, _ builder: inout ProgramBuilder
    ) throws {
        for node in nodes { try bind(node, context, &builder) }
    }

    private mutating func bind(
        _ node: TemplateNode, _ context: TemplateContext, _ builder: inout ProgramBuilder
    ) throws {
        switch node {
        case .text(let text):
            builder.literal(text)
        case .line(let space):
            builder.literal(context.indentation(ofLine: space))
        case .variable(let name, _, let position) where Self.isWord(name):
            try bindWord(name, blocks: [:], context, position, &builder)
        case .variable(let name, let escaped, let position):
            try FoundName(name, in: context.scopes, position).show(name, escaped: escaped, position, &builder)
        case .section(let name, _, _, let position) where Self.isWord(name):
            throw position.error("'\(name)' is a word and is shown as it is, without a section")
        case .section(let name, let inverted, let body, let position):
            let found = try FoundName(name, in: context.scopes, position)
            let inside = try context.inside(position)
            if inverted {
                try found.unless(&builder) { builder in try bind(body, inside, &builder) }
            } else {
                try found.section(&builder) { builder, scope in
                    var inner = inside
                    if let scope { inner.scopes.append(scope) }
                    try bind(body, inner, &builder)
                }
            }
        case .partial(let name, let layout, let position):
            let partial = try template(name, position)
            try bind(partial, try context.inside(position).inside(name, layout, position), &builder)
        case .parent(let name, _, let replacements, let position) where Self.isWord(name):
            try bindWord(name, blocks: replacements, try context.inside(position), position, &builder)
        case .parent(let name, let layout, let replacements, let position):
            let own = replacements.mapValues {
                BoundReplacement(replacement: $0, blocks: context.blocks, templates: context.templates)
            }
            let parent = try template(name, position)
            try checkBlocks(replacements, of: name, parent)
            // Who is further out has the last word: a page replaces what its parent replaces in turn.
            let blocks = own.merging(context.blocks) { _, outer in outer }
            try bind(parent, try context.inside(position).inside(name, layout, position, blocks: blocks), &builder)
        case .block(let name, let layout, let body, let position):
            try bindBlock(layout, body, replacedWith: context.blocks[name], try context.inside(position), &builder)
        }
    }

    /// A block's own lines stay as they are; others are indented as far as these, or as the block if it has none.
    private mutating func bindBlock(
        _ layout: TagLayout, _ body: [TemplateNode], replacedWith bound: BoundReplacement?, _ context: TemplateContext,
        _ builder: inout ProgramBuilder
    ) throws {
        let replacement = bound?.replacement
        var indentation = ""
        switch layout {
        case .inline:
            break
        case .leading(let space):
            indentation = context.indentation(ofLine: space)
            if replacement?.beginsLine != true { builder.literal(indentation) }
        case .alone(let space):
            indentation = context.indentation(ofLine: body.indentation ?? space)
            if let replacement, !replacement.beginsLine, !replacement.nodes.isEmpty { builder.literal(indentation) }
        }
        guard let bound else { return try bind(body, context, &builder) }
        var outer = context
        outer.blocks = bound.blocks
        outer.templates = bound.templates
        outer.indentation = indentation
        outer.removed = bound.replacement.beginsLine ? bound.replacement.nodes.indentation ?? "" : ""
        try bind(bound.replacement.nodes, outer, &builder)
    }

    /// What fills a block that is not there would be shown nowhere.
    private func checkBlocks(
        _ replacements: [String: TemplateReplacement], of name: String, _ parent: [TemplateNode]
    ) throws {
        guard !replacements.isEmpty else { return }
        let known = TemplateBlocks(of: parent, templates).names
        let first = replacements.filter { !known.contains($0.key) }.min { $0.value.position < $1.value.position }
        guard let (block, replacement) = first else { return }
        throw replacement.position.error("'\(name)' has no block '\(block)'\(suggestion(for: block, among: known))")
    }

    private mutating func template(_ name: String, _ position: TagPosition) throws -> [TemplateNode] {
        guard let template = templates[name] else {
            throw position.error("there is no template '\(name)'\(suggestion(for: name, among: templates.keys))")
        }
        used.insert(name)
        return template
    }
}
