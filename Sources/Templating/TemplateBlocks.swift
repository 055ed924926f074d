/// The blocks that can be filled by those who name a template as their parent.
struct TemplateBlocks {
    private(set) var names: Set<String> = []
    private var visited: Set<String> = []

    init(of nodes: [TemplateNode], _ templates: [String: [TemplateNode]]) {
        add(nodes, templates)
    }

    private mutating func add(_ nodes: [TemplateNode], _ templates: [String: [TemplateNode]]) {
        for node in nodes {
            switch node {
            case .text, .line, .variable, .partial: break
            case .section(_, _, let body, _): add(body, templates)
            case .block(let name, _, let body, _):
                names.insert(name)
                add(body, templates)
            case .parent(let name, _, let replacements, _):
                // What the parent has in turn, and what is in the blocks that it is given.
                for replacement in replacements.values { add(replacement.nodes, templates) }
                if visited.insert(name).inserted { add(templates[name] ?? [], templates) }
            }
        }
    }
}
