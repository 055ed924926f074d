/// Where in a template and its parents something stands while it is bound.
struct TemplateContext {
    /// What a name can be found in, from the page inwards.
    var scopes: [TemplateScope]
    var blocks: [String: BoundReplacement] = [:]
    /// How many templates it is inside of.
    var depth = 0
    /// Put before each line.
    var indentation = ""
    /// White space that lines begin with where they are written, and not where they are shown.
    var removed = ""

    /// What a line begins with that is written with `space` at its beginning.
    func indentation(ofLine space: String) -> String {
        indentation + space.dropFirst(zip(space, removed).prefix { $0 == $1 }.count)
    }

    /// Inside a template that stands there.
    func inside(_ layout: TagLayout, blocks: [String: BoundReplacement] = [:]) -> TemplateContext {
        let indentation = if case .alone(let space) = layout { indentation(ofLine: space) } else { "" }
        return TemplateContext(scopes: scopes, blocks: blocks, depth: depth + 1, indentation: indentation)
    }
}

struct TemplateScope {
    enum Content {
        case model(Schema)
        /// Inside a section of text: `{{.}}` is that text.
        case text
    }

    let content: Content
    let place: Place
}

/// What a block is replaced with, and what replaces the blocks of that in turn where it was written.
struct BoundReplacement {
    let replacement: TemplateReplacement
    let blocks: [String: BoundReplacement]
}
