/// What the text of a template is cut into.
enum TemplatePiece {
    /// Text of one line, up to its end or to a tag.
    case text(String)
    /// A line begins here, with this white space.
    case line(space: String)
    case tag(TemplateTag)
}

struct TemplateTag {
    enum Kind {
        case variable, raw, section, inverted, end, partial, parent, block
        /// Comments and changes of delimiters leave nothing behind.
        case silent
    }

    let kind: Kind
    let name: String
    let position: TagPosition
    var layout = TagLayout.inline
}
