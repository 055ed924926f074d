/// Where in a template and its parents something stands while it is bound.
struct TemplateContext {
    /// What a name can be found in, from the page inwards.
    var scopes: [TemplateScope]
    var blocks: [String: BoundReplacement] = [:]
    /// The templates that it is inside of where it is written, from the page inwards.
    var templates: [String]
    /// The first tag that led back to one of them. That is a fault only if there is no end to it: a block on the way can
    /// be replaced.
    var circle: TemplateError?
    /// How many tags it is inside of, those of the templates that show it too.
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
    func inside(
        _ template: String, _ layout: TagLayout, _ tag: TagPosition, blocks: [String: BoundReplacement] = [:]
    ) -> TemplateContext {
        let indentation = if case .alone(let space) = layout { indentation(ofLine: space) } else { "" }
        return TemplateContext(
            scopes: scopes, blocks: blocks, templates: templates + [template], circle: circle ?? circle(template, tag),
            depth: depth, indentation: indentation)
    }

    private func circle(_ template: String, _ tag: TagPosition) -> TemplateError? {
        guard let first = templates.firstIndex(of: template) else { return nil }
        let between = templates[(first + 1)...].map { "'\($0)'" }.joined(separator: ", ")
        return tag.error("'\(template)' contains itself" + (between.isEmpty ? "" : ", through \(between)"))
    }

    /// Inside a tag that stands there.
    ///
    /// - Throws: ``TemplateError`` if it is inside of too many.
    func inside(_ tag: TagPosition) throws -> TemplateContext {
        guard depth < TagNesting.limit else { throw circle ?? TagNesting.error(at: tag) }
        var inner = self
        inner.depth += 1
        return inner
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
    /// Those that it is written inside of.
    let templates: [String]
}
