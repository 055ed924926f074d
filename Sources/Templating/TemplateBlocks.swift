/// The blocks that can be filled by those who name a template as their parent.
struct TemplateBlocks {
    private(set) var names: Set<String> = []

    init(of nodes: [TemplateNode], _ templates: [String: [TemplateNode]]) {
        var visited: Set<String> = []
        // A row of parents can be long, so none is looked into from within another.
        var rest = [nodes]
        while let nodes = rest.popLast() {
            for node in nodes {
                switch node {
                case .text, .line, .variable, .partial: break
                case .section(_, _, let body, _): rest.append(body)
                case .block(let name, _, let body, _):
                    names.insert(name)
                    rest.append(body)
                case .parent(let name, _, let replacements, _):
                    // What the parent has in turn, and what is in the blocks that it is given.
                    rest += replacements.values.map(\.nodes)
                    if visited.insert(name).inserted { rest.append(templates[name] ?? []) }
                }
            }
        }
    }
}
