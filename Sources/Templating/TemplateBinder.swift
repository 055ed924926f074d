import Spelling

/// Looks up every name of a template in the models that it will be shown with.
struct TemplateBinder {
    /// What a name can be found in, from the page inwards.
    enum Scope {
        case model(Schema)
        /// Inside a section of text: `{{.}}` is that text.
        case text
    }

    let sources: [String: [TemplateNode]]
    /// Partials may not contain themselves: pages are finite.
    private static let maximumDepth = 64

    /// What a block is replaced with, and what replaces the blocks of that in turn where it was written.
    struct Replacement {
        let nodes: [TemplateNode]
        let blocks: [String: Replacement]
    }

    struct Context {
        var scopes: [Scope]
        var blocks: [String: Replacement] = [:]
        var depth = 0
    }

    /// - Throws: ``TemplateError`` for a name that no model has, or that cannot be used as it is.
    func bind(_ nodes: [TemplateNode], _ context: Context) throws -> [TemplateInstruction] {
        try nodes.flatMap { try bind($0, context) }.joiningLiterals()
    }

    private func bind(_ node: TemplateNode, _ context: Context) throws -> [TemplateInstruction] {
        switch node {
        case .text(let text):
            return [.literal(Array(text.utf8))]
        case .variable(let name, let escaped, let position):
            let found = try look(up: name, in: context.scopes, position)
            guard found.kind.isText else {
                throw position.error("'\(name)' is \(found.kind.description) and cannot be shown as text")
            }
            return [.text(found.reference, escaped: escaped)]
        case .section(let name, let inverted, let body, let position):
            let found = try look(up: name, in: context.scopes, position)
            var inner = context
            if !inverted, let scope = found.kind.scope { inner.scopes.append(scope) }
            let instructions = try bind(body, inner)
            return [
                inverted ? .unless(found.reference, instructions) : .section(found.reference, instructions)
            ]
        case .partial(let name, let indentation, let position):
            let source = try source(name, context, position).indented(by: indentation)
            return try bind(source, context.deeper(blocks: [:]))
        case .parent(let name, let indentation, let blocks, let position):
            let source = try source(name, context, position).indented(by: indentation)
            // Who is further out has the last word: a page replaces what its parent replaces in turn.
            let own = blocks.mapValues { Replacement(nodes: $0, blocks: context.blocks) }
            return try bind(source, context.deeper(blocks: own.merging(context.blocks) { _, outer in outer }))
        case .block(let name, let body, _):
            guard let replacement = context.blocks[name] else { return try bind(body, context) }
            var outer = context
            outer.blocks = replacement.blocks
            return try bind(replacement.nodes, outer)
        }
    }

    private func source(_ name: String, _ context: Context, _ position: TagPosition) throws -> [TemplateNode] {
        guard context.depth < Self.maximumDepth else { throw position.error("'\(name)' contains itself") }
        if let source = sources[name] { return source }
        throw position.error("there is no template '\(name)'\(suggestion(for: name, among: sources.keys))")
    }

    private struct Found {
        let reference: FieldReference
        let kind: FoundKind
    }

    private enum FoundKind {
        case field(FieldKind)
        case currentText

        var isText: Bool {
            switch self {
            case .field(.text), .currentText: true
            default: false
            }
        }

        /// What a section of this opens to its inside.
        var scope: Scope? {
            switch self {
            case .field(.object(let schema)), .field(.list(let schema)): .model(schema())
            case .field(.texts), .field(.text), .currentText: .text
            case .field(.flag): nil
            }
        }

        var description: String {
            switch self {
            case .field(.text), .currentText: "text"
            case .field(.flag): "a flag"
            case .field(.texts), .field(.list): "a list"
            case .field(.object): "an object"
            }
        }
    }

    private func look(up name: String, in scopes: [Scope], _ position: TagPosition) throws -> Found {
        if name == "." {
            guard case .text = scopes.last else { throw position.error("'.' has a meaning only in a list of texts") }
            return Found(reference: FieldReference(depth: scopes.count - 1, path: []), kind: .currentText)
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (depth, scope) in scopes.enumerated().reversed() {
            guard case .model(let schema) = scope, schema.slots[parts[0]] != nil else { continue }
            let (path, kind) = try walk(parts, from: schema, position)
            return Found(reference: FieldReference(depth: depth, path: path), kind: .field(kind))
        }
        let known = scopes.flatMap { scope -> [String] in
            if case .model(let schema) = scope { Array(schema.slots.keys) } else { [] }
        }
        throw position.error("nothing here is called '\(parts[0])'\(suggestion(for: parts[0], among: known))")
    }

    private func walk(_ parts: [String], from schema: Schema, _ position: TagPosition) throws -> ([Int], FieldKind) {
        guard let found = schema.slots[parts[0]] else {
            throw position.error(
                "there is no '\(parts[0])' in it\(suggestion(for: parts[0], among: schema.slots.keys))")
        }
        guard parts.count > 1 else { return ([found.slot], found.kind) }
        guard case .object(let child) = found.kind else {
            throw position.error("'\(parts[0])' has no fields, so '.\(parts[1])' cannot follow it")
        }
        let (path, kind) = try walk(Array(parts.dropFirst()), from: child(), position)
        return ([found.slot] + path, kind)
    }
}

extension TemplateBinder.Context {
    fileprivate func deeper(blocks: [String: TemplateBinder.Replacement]) -> Self {
        Self(scopes: scopes, blocks: blocks, depth: depth + 1)
    }
}

extension [TemplateNode] {
    /// Each line that the template itself writes, indented; what values contain stays as it is.
    fileprivate func indented(by indentation: String) -> [TemplateNode] {
        guard !indentation.isEmpty else { return self }
        var startsLine = true
        return map { $0.indented(by: indentation, &startsLine) }.reduce(into: []) { $0 += $1 }
    }
}

extension TemplateNode {
    fileprivate func indented(by indentation: String, _ startsLine: inout Bool) -> [TemplateNode] {
        let prefix: [TemplateNode] = startsLine ? [.text(indentation)] : []
        switch self {
        case .text(let text):
            let endsLine = text.hasSuffix("\n")
            let body = (endsLine ? text.dropLast() : text[...]).replacing("\n", with: "\n" + indentation)
            defer { startsLine = endsLine }
            return prefix + [.text(body + (endsLine ? "\n" : ""))]
        case .variable:
            startsLine = false
            return prefix + [self]
        case .section(let name, let inverted, let body, let position):
            return [
                .section(
                    name: name, inverted: inverted, body.flatMap { $0.indented(by: indentation, &startsLine) }, position
                )
            ]
        case .partial(let name, let inner, let position):
            return [.partial(name: name, indentation: indentation + inner, position)]
        case .parent(let name, let inner, let blocks, let position):
            return [.parent(name: name, indentation: indentation + inner, blocks: blocks, position)]
        case .block(let name, let body, let position):
            return [.block(name: name, body.flatMap { $0.indented(by: indentation, &startsLine) }, position)]
        }
    }
}
