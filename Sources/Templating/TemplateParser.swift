/// Makes a tree of the pieces of a template: each section, parent and block with what stands inside.
struct TemplateParser {
    private var pieces: ArraySlice<TemplateScanner.Piece>

    /// - Throws: ``TemplateError``.
    static func parse(_ text: String, file: String) throws -> [TemplateNode] {
        var parser = TemplateParser(pieces: try TemplateScanner.pieces(of: text, file: file)[...])
        return try parser.nodes(inside: nil)
    }

    private mutating func nodes(inside opening: TemplateScanner.Tag?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let piece = pieces.popFirst() {
            switch piece {
            case .text(let text):
                if !text.isEmpty { nodes.append(.text(String(text))) }
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

    private mutating func node(_ tag: TemplateScanner.Tag) throws -> TemplateNode? {
        switch tag.kind {
        case .silent, .end:
            return nil
        case .variable, .raw:
            return .variable(name: tag.name, escaped: tag.kind == .variable, tag.position)
        case .section, .inverted:
            return .section(
                name: tag.name, inverted: tag.kind == .inverted, try nodes(inside: tag), tag.position)
        case .partial:
            return .partial(name: tag.name, indentation: tag.indentation ?? "", tag.position)
        case .block:
            return .block(name: tag.name, try nodes(inside: tag), tag.position)
        case .parent:
            // Between the blocks of a parent nothing is shown.
            let blocks = try nodes(inside: tag).compactMap { node -> (String, [TemplateNode])? in
                if case .block(let name, let body, _) = node { (name, body) } else { nil }
            }
            return .parent(
                name: tag.name, indentation: tag.indentation ?? "",
                blocks: Dictionary(blocks, uniquingKeysWith: { _, last in last }), tag.position)
        }
    }
}
