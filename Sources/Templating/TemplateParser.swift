/// Makes a tree of the pieces of a template: each section, parent and block with what stands inside.
struct TemplateParser {
    private var pieces: ArraySlice<TemplatePiece>
    /// How many tags are open.
    private var depth = 0

    /// - Throws: ``TemplateError``.
    static func parse(_ text: String, file: String) throws -> [TemplateNode] {
        let pieces = TemplateLines.marking(try TemplateScanner.pieces(of: text, file: file))
        var parser = TemplateParser(pieces: pieces[...])
        return try parser.nodes(after: nil)
    }

    private mutating func nodes(inside opening: TemplateTag) throws -> [TemplateNode] {
        guard depth < TagNesting.limit else { throw TagNesting.error(at: opening.position) }
        depth += 1
        defer { depth -= 1 }
        return try nodes(after: opening)
    }

    private mutating func nodes(after opening: TemplateTag?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let piece = pieces.popFirst() {
            switch piece {
            case .text(let text):
                if !text.isEmpty { nodes.append(.text(text)) }
            case .line(let space):
                nodes.append(.line(space: space))
            case .tag(let tag) where tag.kind == .end:
                guard let opening else { throw tag.position.error("'\(tag.name)' is closed here but never opened") }
                guard opening.name == tag.name else {
                    throw tag.position.error(
                        "'\(opening.name)' of line \(opening.position.line) must be closed before '\(tag.name)'")
                }
                return nodes
            case .tag(let tag):
                if let node = try node(tag) { nodes.append(node) }
            }
        }
        if let opening { throw opening.position.error("'\(opening.name)' is opened here but never closed") }
        return nodes
    }

    private mutating func node(_ tag: TemplateTag) throws -> TemplateNode? {
        switch tag.kind {
        case .silent, .end:
            return nil
        case .variable, .raw:
            return .variable(name: tag.name, escaped: tag.kind == .variable, tag.position)
        case .section, .inverted:
            return .section(
                name: tag.name, inverted: tag.kind == .inverted, try nodes(inside: tag), tag.position)
        case .partial:
            return .partial(name: tag.name, tag.layout, tag.position)
        case .block:
            return .block(name: tag.name, tag.layout, try nodes(inside: tag), tag.position)
        case .parent:
            // Between the blocks of a parent nothing is shown.
            var replacements: [String: TemplateReplacement] = [:]
            for case .block(let name, let layout, let nodes, let position) in try nodes(inside: tag) {
                guard replacements[name] == nil else {
                    throw position.error(
                        "the block '\(name)' is filled already; what was before would be shown nowhere")
                }
                replacements[name] = TemplateReplacement(
                    nodes: nodes, beginsLine: layout != .inline, position: position)
            }
            return .parent(name: tag.name, tag.layout, replacements: replacements, tag.position)
        }
    }
}
