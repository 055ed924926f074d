/// How a template is put together with others.
package struct TemplateOutline: Sendable, Equatable {
    /// The templates that it includes, by `{{> name}}`.
    package fileprivate(set) var partials: Set<String> = []
    /// The templates whose blocks it fills, by `{{<name}}`.
    package fileprivate(set) var parents: Set<String> = []
    /// The blocks that it offers to those who name it as their parent, in the order in which they stand.
    package fileprivate(set) var blocks: [String] = []
}

extension TemplateLibrary {
    /// - Returns: `nil` if there is no template of that name.
    package func outline(of name: String) -> TemplateOutline? {
        nodes(of: name).map { nodes in
            var outline = TemplateOutline()
            outline.add(nodes, isShown: true)
            return outline
        }
    }
}

extension TemplateOutline {
    /// - Parameter isShown: whether these stand in the template itself rather than in what it fills a block with.
    fileprivate mutating func add(_ nodes: [TemplateNode], isShown: Bool) {
        for node in nodes {
            switch node {
            case .text, .line, .variable: break
            case .section(_, _, let body, _): add(body, isShown: isShown)
            case .partial(let name, _, _): partials.insert(name)
            case .parent(let name, _, let replacements, _):
                if !TemplateBinder.isWord(name) { parents.insert(name) }
                for name in replacements.keys.sorted() { add(replacements[name]?.nodes ?? [], isShown: false) }
            case .block(let name, _, let body, _):
                if isShown, !blocks.contains(name) { blocks.append(name) }
                add(body, isShown: isShown)
            }
        }
    }
}
